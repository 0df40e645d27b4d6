namespace Hongyan.Protocol;

/// <summary>Whom a reply goes to, from whom, and when it was made.</summary>
/// <param name="ToUser">The receiver: the user id of a member (成员UserID).</param>
/// <param name="FromUser">The sender: the corp id (企业ID).</param>
/// <param name="CreatedAt">When; written in whole Unix seconds.</param>
public readonly record struct ReplyHeader(string ToUser, string FromUser, DateTimeOffset CreatedAt);
