using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A customer and what the member who was asked for noted.</summary>
public sealed record FollowedContact
{
    /// <summary>The customer.</summary>
    [JsonPropertyName("external_contact")]
    public required ExternalContact Contact { get; init; }

    /// <summary>The member's notes.</summary>
    [JsonPropertyName("follow_info")]
    public required FollowUser FollowUser { get; init; }
}
