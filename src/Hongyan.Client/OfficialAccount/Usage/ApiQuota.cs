using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>How often an endpoint may be called today (额度). The platform's own count can be off by a percent.</summary>
public sealed record ApiQuota
{
    /// <summary>Calls of a day; 0 where it is not limited.</summary>
    [JsonPropertyName("daily_limit")]
    public long DailyLimit { get; init; }

    /// <summary>Calls made today.</summary>
    [JsonPropertyName("used")]
    public long Used { get; init; }

    /// <summary>Calls that are left today.</summary>
    [JsonPropertyName("remain")]
    public long Remaining { get; init; }
}
