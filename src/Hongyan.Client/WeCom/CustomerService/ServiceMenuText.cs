using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A line that is only read.</summary>
public sealed record ServiceMenuText : ServiceMenuItem
{
    /// <summary>1 to 256 bytes.</summary>
    [JsonPropertyName("content")]
    public required string Content { get; init; }
}
