using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A link with a title.</summary>
public sealed record WelcomeLink : WelcomeAttachment
{
    /// <summary>At most 128 bytes.</summary>
    [JsonPropertyName("title")]
    public required string Title { get; init; }

    /// <summary>At most 2048 bytes.</summary>
    [JsonPropertyName("url")]
    public required string Url { get; init; }

    /// <summary>At most 512 bytes.</summary>
    [JsonPropertyName("desc")]
    public string? Description { get; init; }

    /// <summary>Where its picture is.</summary>
    [JsonPropertyName("picurl")]
    public string? PictureUrl { get; init; }
}
