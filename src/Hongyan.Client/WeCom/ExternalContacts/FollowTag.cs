using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A tag that a member put on a customer.</summary>
public sealed record FollowTag
{
    /// <summary>The group that the tag is in.</summary>
    [JsonPropertyName("group_name")]
    public string GroupName { get; init => field = value ?? ""; } = "";

    /// <summary>The tag itself.</summary>
    [JsonPropertyName("tag_name")]
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The id of a tag of the corp; null for a tag that only its author sees.</summary>
    [JsonPropertyName("tag_id")]
    public string? Id { get; init; }

    /// <summary>Whose tag it is.</summary>
    [JsonPropertyName("type")]
    public FollowTagType Type { get; init; }
}
