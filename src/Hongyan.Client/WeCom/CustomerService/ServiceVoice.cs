using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>Voice.</summary>
public sealed record ServiceVoice : ServiceMessage
{
    /// <summary>The media id.</summary>
    [JsonPropertyName("media_id")]
    public required string MediaId { get; init; }
}
