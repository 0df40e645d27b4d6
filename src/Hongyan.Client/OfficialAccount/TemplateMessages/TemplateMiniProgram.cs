namespace Hongyan.OfficialAccount;

/// <summary>The mini program that a message opens. It has to be linked to the account.</summary>
/// <param name="AppId">Its app id.</param>
/// <param name="PagePath">The page inside it, with parameters such as <c>pages/order?id=7</c>; null is its first page.</param>
public sealed record TemplateMiniProgram(string AppId, string? PagePath = null);
