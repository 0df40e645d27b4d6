namespace Hongyan.Protocol;

/// <summary>Whom a reply goes to, from whom, and when it was made.</summary>
/// <param name="ToUser">The receiver: the user id of a member (成员UserID), or the open id of a follower.</param>
/// <param name="FromUser">The sender: the corp id (企业ID), or the original id of an Official Account (<c>gh_…</c>).</param>
/// <param name="CreatedAt">When; written in whole Unix seconds.</param>
public readonly record struct ReplyHeader(string ToUser, string FromUser, DateTimeOffset CreatedAt)
{
    /// <summary>Whether it answers an event; an Official Account takes more articles then than in the answer to a message.</summary>
    public bool AnswersEvent { get; init; }
}
