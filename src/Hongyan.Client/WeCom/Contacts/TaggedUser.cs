using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A member who has a tag.</summary>
public sealed record TaggedUser
{
    /// <summary>The member's id (UserID).</summary>
    [JsonPropertyName("userid")]
    public required string UserId { get; init; }

    /// <summary>The name (姓名); null for an application that may see ids only.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }
}
