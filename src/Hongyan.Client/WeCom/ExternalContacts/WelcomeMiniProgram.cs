using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A mini program (小程序) that belongs to the corp.</summary>
public sealed record WelcomeMiniProgram : WelcomeAttachment
{
    /// <summary>At most 64 bytes.</summary>
    [JsonPropertyName("title")]
    public required string Title { get; init; }

    /// <summary>The media id of its cover, 520 × 416.</summary>
    [JsonPropertyName("pic_media_id")]
    public required string PictureMediaId { get; init; }

    /// <summary>The app id.</summary>
    [JsonPropertyName("appid")]
    public required string AppId { get; init; }

    /// <summary>The page it opens on.</summary>
    [JsonPropertyName("page")]
    public required string Page { get; init; }
}
