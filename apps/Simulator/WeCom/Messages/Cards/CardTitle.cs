using System.Text.Json.Serialization;

namespace Hongyan.Simulator.WeCom;

/// <summary>A title with a line that belongs to it.</summary>
public sealed record CardTitle
{
    /// <summary>The title.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>The line.</summary>
    [JsonPropertyName("desc")]
    public string? Description { get; init; }
}
