namespace Hongyan.OfficialAccount;

/// <summary>A title (模板标题) of the library of subscribe messages.</summary>
/// <param name="Id">Its number (tid).</param>
/// <param name="Title">The title.</param>
/// <param name="IsLongTerm">Whether one consent is good for any number of messages (长期订阅); otherwise it is for one (一次性订阅).</param>
/// <param name="CategoryId">The category.</param>
public sealed record SubscribeTitle(string Id, string Title, bool IsLongTerm, int CategoryId);
