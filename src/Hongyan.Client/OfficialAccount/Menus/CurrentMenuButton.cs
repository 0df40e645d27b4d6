namespace Hongyan.OfficialAccount;

/// <summary>A button of the menu that is in force. The console knows kinds that the API does not.</summary>
/// <param name="Name">What stands on it.</param>
/// <param name="Type">What it does: <c>click</c>, <c>view</c>, …; from the console also <c>text</c>, <c>img</c>, <c>photo</c>, <c>video</c>, <c>voice</c>, <c>news</c>; null for a group.</param>
/// <param name="Key">What its event carries.</param>
/// <param name="Url">The page that it opens.</param>
/// <param name="Value">What the console has set: the text, or the media id.</param>
/// <param name="Buttons">The buttons of a group.</param>
public sealed record CurrentMenuButton(string Name, string? Type, string? Key, string? Url, string? Value, IReadOnlyList<CurrentMenuButton> Buttons);
