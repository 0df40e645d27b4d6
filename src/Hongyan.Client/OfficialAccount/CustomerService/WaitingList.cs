using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>Who waits for a servicer.</summary>
public sealed record WaitingList
{
    /// <summary>How many.</summary>
    [JsonPropertyName("count")]
    public int Count { get; init; }

    /// <summary>The first hundred of them, the longest first.</summary>
    [JsonPropertyName("waitcaselist")]
    public IReadOnlyList<WaitingFollower> Followers { get; init => field = value ?? []; } = [];
}
