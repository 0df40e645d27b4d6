using System.Text.Json.Serialization;
using Hongyan.Calls;

namespace Hongyan.WeCom;

/// <summary>A tag of the corp (企业标签) for customers.</summary>
public sealed record CorpTag
{
    /// <summary>The id.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>The name.</summary>
    [JsonPropertyName("name")]
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
}
