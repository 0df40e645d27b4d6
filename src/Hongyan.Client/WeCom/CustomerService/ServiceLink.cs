using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A link with a picture (图文链接).</summary>
public sealed record ServiceLink : ServiceMessage
{
    /// <summary>At most 128 bytes.</summary>
    [JsonPropertyName("title")]
    public required string Title { get; init; }

    /// <summary>At most 512 bytes.</summary>
    [JsonPropertyName("desc")]
    public string? Description { get; init; }

    /// <summary>1 to 2048 bytes.</summary>
    [JsonPropertyName("url")]
    public required string Url { get; init; }

    /// <summary>The media id of the picture.</summary>
    [JsonPropertyName("thumb_media_id")]
    public required string ThumbnailMediaId { get; init; }
}
