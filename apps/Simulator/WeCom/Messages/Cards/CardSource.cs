using System.Text.Json.Serialization;

namespace Hongyan.Simulator.WeCom;

/// <summary>Who speaks: a small line with a picture above a card.</summary>
public sealed record CardSource
{
    /// <summary>Address of the picture.</summary>
    [JsonPropertyName("icon_url")]
    public string? IconUrl { get; init; }

    /// <summary>The line.</summary>
    [JsonPropertyName("desc")]
    public string? Description { get; init; }

    /// <summary>0 grey, 1 black, 2 red, 3 green.</summary>
    [JsonPropertyName("desc_color")]
    public int Color { get; init; }
}
