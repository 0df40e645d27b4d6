using System.Text.Json.Serialization;
using Hongyan.Calls;

namespace Hongyan.WeCom;

/// <summary>Tags that belong together (标签组).</summary>
public sealed record CorpTagGroup
{
    /// <summary>The id.</summary>
    [JsonPropertyName("group_id")]
    public required string Id { get; init; }

    /// <summary>The name.</summary>
    [JsonPropertyName("group_name")]
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>When it was made.</summary>
    [JsonPropertyName("create_time")]
    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Larger comes first.</summary>
    [JsonPropertyName("order")]
    public uint Order { get; init; }

    /// <summary>Whether it is deleted; only where ids were asked for.</summary>
    [JsonPropertyName("deleted")]
    public bool IsDeleted { get; init; }

    /// <summary>The tags in it.</summary>
    [JsonPropertyName("tag")]
    public IReadOnlyList<CorpTag> Tags { get; init => field = value ?? []; } = [];
}
