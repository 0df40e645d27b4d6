namespace Hongyan.WeCom;

/// <summary>The menu in a card's upper right corner (卡片右上角更多操作).</summary>
public sealed record CardActionMenu
{
    /// <summary>What the menu is for.</summary>
    public string? Description { get; init; }

    /// <summary>The lines of the menu: 1 to 3, with keys that differ.</summary>
    public required IReadOnlyList<CardMenuItem> Items { get; init; }
}
