using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>How the platform reaches the callback's address.</summary>
public sealed record CallbackCheckResult
{
    /// <summary>What the name resolves to; empty where it was not looked up.</summary>
    [JsonPropertyName("dns")]
    public IReadOnlyList<ResolvedAddress> Resolved { get; init => field = value ?? []; } = [];

    /// <summary>How the addresses answer; empty where they were not asked.</summary>
    [JsonPropertyName("ping")]
    public IReadOnlyList<PingResult> Pings { get; init => field = value ?? []; } = [];
}
