namespace Hongyan.WeCom;

/// <summary>The small line above a card (卡片来源): a picture and a name.</summary>
public sealed record CardSource
{
    /// <summary>The address of the picture.</summary>
    public string? IconUrl { get; init; }

    /// <summary>The name; advised max. 20 characters.</summary>
    public string? Description { get; init; }

    /// <summary>The colour of the name.</summary>
    /// <value>Grey.</value>
    public CardSourceColor Color { get; init; }
}
