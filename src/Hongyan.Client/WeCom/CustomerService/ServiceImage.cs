using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A picture.</summary>
public sealed record ServiceImage : ServiceMessage
{
    /// <summary>The media id.</summary>
    [JsonPropertyName("media_id")]
    public required string MediaId { get; init; }
}
