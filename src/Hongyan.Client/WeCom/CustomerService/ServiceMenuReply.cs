using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A line that answers when it is tapped.</summary>
public sealed record ServiceMenuReply : ServiceMenuItem
{
    /// <summary>1 to 128 bytes.</summary>
    [JsonPropertyName("content")]
    public required string Content { get; init; }

    /// <summary>Comes back with the answer, at most 128 bytes.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; init; }
}
