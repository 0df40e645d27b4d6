using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>A tag (标签) of the account.</summary>
public sealed record FollowerTag
{
    /// <summary>Its number. Those below 100 are the platform's own and cannot be changed.</summary>
    [JsonPropertyName("id")]
    public required int Id { get; init; }

    /// <summary>Its name.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>How many followers have it; 0 in the answer to its creation.</summary>
    [JsonPropertyName("count")]
    public int Count { get; init; }
}
