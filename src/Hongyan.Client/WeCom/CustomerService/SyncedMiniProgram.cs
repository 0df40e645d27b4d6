using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A mini program (小程序).</summary>
public sealed record SyncedMiniProgram
{
    /// <summary>The title.</summary>
    [JsonPropertyName("title")]
    public string Title { get; init => field = value ?? ""; } = "";

    /// <summary>The app id.</summary>
    [JsonPropertyName("appid")]
    public string AppId { get; init => field = value ?? ""; } = "";

    /// <summary>The page it opens on.</summary>
    [JsonPropertyName("pagepath")]
    public string PagePath { get; init => field = value ?? ""; } = "";

    /// <summary>The media id of its cover.</summary>
    [JsonPropertyName("thumb_media_id")]
    public string? ThumbnailMediaId { get; init; }
}
