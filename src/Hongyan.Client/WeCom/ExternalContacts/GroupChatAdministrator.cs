using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A member who manages a group of customers.</summary>
public sealed record GroupChatAdministrator
{
    /// <summary>The member.</summary>
    [JsonPropertyName("userid")]
    public required string UserId { get; init; }
}
