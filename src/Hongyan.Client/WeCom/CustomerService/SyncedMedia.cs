using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A picture, voice, video or file.</summary>
public sealed record SyncedMedia
{
    /// <summary>For <see cref="WeComMedia.DownloadAsync"/>; lives for three days.</summary>
    [JsonPropertyName("media_id")]
    public required string MediaId { get; init; }
}
