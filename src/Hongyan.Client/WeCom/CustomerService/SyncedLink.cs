using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A link.</summary>
public sealed record SyncedLink
{
    /// <summary>The title.</summary>
    [JsonPropertyName("title")]
    public string Title { get; init => field = value ?? ""; } = "";

    /// <summary>What stands below the title.</summary>
    [JsonPropertyName("desc")]
    public string Description { get; init => field = value ?? ""; } = "";

    /// <summary>Where it leads.</summary>
    [JsonPropertyName("url")]
    public string Url { get; init => field = value ?? ""; } = "";

    /// <summary>Where its picture is.</summary>
    [JsonPropertyName("pic_url")]
    public string? PictureUrl { get; init; }
}
