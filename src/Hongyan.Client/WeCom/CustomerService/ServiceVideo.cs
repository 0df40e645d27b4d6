using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A video.</summary>
public sealed record ServiceVideo : ServiceMessage
{
    /// <summary>The media id.</summary>
    [JsonPropertyName("media_id")]
    public required string MediaId { get; init; }
}
