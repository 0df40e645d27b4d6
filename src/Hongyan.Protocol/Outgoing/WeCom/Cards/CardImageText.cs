namespace Hongyan.WeCom;

/// <summary>A small picture with text beside it (左图右文).</summary>
/// <param name="ImageUrl">The address of the picture.</param>
public sealed record CardImageText(string ImageUrl)
{
    /// <summary>The title beside the picture.</summary>
    public string? Title { get; init; }

    /// <summary>The text below the title.</summary>
    public string? Description { get; init; }

    /// <summary>What opens when it is tapped; nothing by default.</summary>
    public CardLink? Link { get; init; }
}
