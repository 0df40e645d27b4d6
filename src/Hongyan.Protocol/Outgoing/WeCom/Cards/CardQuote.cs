namespace Hongyan.WeCom;

/// <summary>A quotation on a card (引用文献).</summary>
public sealed record CardQuote
{
    /// <summary>Its title.</summary>
    public string? Title { get; init; }

    /// <summary>Its text.</summary>
    public string? Text { get; init; }

    /// <summary>What opens when it is tapped; nothing by default.</summary>
    public CardLink? Link { get; init; }
}
