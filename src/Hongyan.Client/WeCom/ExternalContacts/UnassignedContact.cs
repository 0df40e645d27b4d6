using System.Text.Json.Serialization;
using Hongyan.Calls;

namespace Hongyan.WeCom;

/// <summary>A customer of somebody who has left the corp (待分配的客户).</summary>
public sealed record UnassignedContact
{
    /// <summary>Who left.</summary>
    [JsonPropertyName("handover_userid")]
    public required string HandoverUserId { get; init; }

    /// <summary>The customer.</summary>
    [JsonPropertyName("external_userid")]
    public required string ExternalUserId { get; init; }

    /// <summary>When.</summary>
    [JsonPropertyName("dimission_time")]
    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTimeOffset DismissedAt { get; init; }
}
