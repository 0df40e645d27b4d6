using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>Tags that are added to a group, or to a new group.</summary>
public sealed record NewCorpTags
{
    /// <summary>The group they are added to; null makes one, or takes the one of that name.</summary>
    [JsonPropertyName("group_id")]
    public string? GroupId { get; init; }

    /// <summary>The name of a new group, at most 30 characters.</summary>
    [JsonPropertyName("group_name")]
    public string? GroupName { get; init; }

    /// <summary>Where the new group stands: larger comes first.</summary>
    [JsonPropertyName("order")]
    public uint? Order { get; init; }

    /// <summary>At least one.</summary>
    [JsonPropertyName("tag")]
    public required IReadOnlyList<NewCorpTag> Tags { get; init; }
}
