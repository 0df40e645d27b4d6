using System.Text.Json.Serialization;

namespace Hongyan.Simulator.WeCom;

/// <summary>A picture across a card.</summary>
public sealed record CardImage
{
    /// <summary>Its address.</summary>
    [JsonPropertyName("url")]
    public string? Url { get; init; }

    /// <summary>Width by height, 1.3 to 2.25.</summary>
    [JsonPropertyName("aspect_ratio")]
    public double? AspectRatio { get; init; }
}
