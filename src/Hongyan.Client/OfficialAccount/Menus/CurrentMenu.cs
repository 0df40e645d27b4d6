namespace Hongyan.OfficialAccount;

/// <summary>The menu that is in force, whoever set it.</summary>
/// <param name="IsOpen">Whether it is switched on.</param>
/// <param name="Buttons">Its buttons.</param>
public sealed record CurrentMenu(bool IsOpen, IReadOnlyList<CurrentMenuButton> Buttons);
