using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A mini program (小程序).</summary>
public sealed record ServiceMiniProgram : ServiceMessage
{
    /// <summary>The app id.</summary>
    [JsonPropertyName("appid")]
    public required string AppId { get; init; }

    /// <summary>At most 64 bytes.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>The media id of the cover.</summary>
    [JsonPropertyName("thumb_media_id")]
    public required string ThumbnailMediaId { get; init; }

    /// <summary>The page it opens on.</summary>
    [JsonPropertyName("pagepath")]
    public required string PagePath { get; init; }
}
