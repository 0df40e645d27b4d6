using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A file.</summary>
public sealed record WelcomeFile : WelcomeAttachment
{
    /// <summary>The media id.</summary>
    [JsonPropertyName("media_id")]
    public required string MediaId { get; init; }
}
