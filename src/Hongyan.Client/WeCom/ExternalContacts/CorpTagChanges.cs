using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A new name or place for a tag or a group of tags. What is null stays as it is.</summary>
public sealed record CorpTagChanges
{
    /// <summary>The id of the tag or of the group.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>1 to 30 characters.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>Larger comes first.</summary>
    [JsonPropertyName("order")]
    public uint? Order { get; init; }
}
