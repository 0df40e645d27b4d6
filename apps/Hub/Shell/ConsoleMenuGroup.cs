namespace Hongyan.Hub.Shell;

/// <summary>The pages of one application as the menu shows them.</summary>
/// <param name="Texts">The type whose resources hold the titles; its assembly holds the pages.</param>
/// <param name="TitleKey">The group's title: a key in these texts.</param>
/// <param name="Pages">The pages, in their order.</param>
internal sealed record ConsoleMenuGroup(Type Texts, string TitleKey, IReadOnlyList<ConsoleMenuPage> Pages);
