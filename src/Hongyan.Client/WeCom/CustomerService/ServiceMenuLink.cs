using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A line that opens a page.</summary>
public sealed record ServiceMenuLink : ServiceMenuItem
{
    /// <summary>1 to 1024 bytes.</summary>
    [JsonPropertyName("content")]
    public required string Content { get; init; }

    /// <summary>1 to 2048 bytes.</summary>
    [JsonPropertyName("url")]
    public required string Url { get; init; }
}
