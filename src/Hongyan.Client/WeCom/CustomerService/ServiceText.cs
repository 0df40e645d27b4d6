using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A text.</summary>
public sealed record ServiceText : ServicePrompt
{
    /// <summary>1 to 2048 bytes of UTF-8.</summary>
    [JsonPropertyName("content")]
    public required string Content { get; init; }
}
