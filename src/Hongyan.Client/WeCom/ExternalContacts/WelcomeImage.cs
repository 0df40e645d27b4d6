using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A picture: exactly one of the two is set.</summary>
public sealed record WelcomeImage : WelcomeAttachment
{
    /// <summary>The media id.</summary>
    [JsonPropertyName("media_id")]
    public string? MediaId { get; init; }

    /// <summary>An address that <c>media/uploadimg</c> gave.</summary>
    [JsonPropertyName("pic_url")]
    public string? Url { get; init; }
}
