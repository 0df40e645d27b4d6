using System.Text.Json.Serialization;
using Hongyan.Calls;

namespace Hongyan.OfficialAccount;

/// <summary>A follower who waits for a servicer (未接入会话).</summary>
public sealed record WaitingFollower
{
    /// <summary>Who.</summary>
    [JsonPropertyName("openid")]
    public required string OpenId { get; init; }

    /// <summary>When they said something last.</summary>
    [JsonPropertyName("latest_time")]
    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTimeOffset LatestAt { get; init; }
}
