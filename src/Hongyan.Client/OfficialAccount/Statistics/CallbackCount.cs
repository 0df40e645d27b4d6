using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>How the bot's callback did.</summary>
public sealed record CallbackCount
{
    /// <summary>The day.</summary>
    [JsonPropertyName("ref_date")]
    public DateOnly Day { get; init; }

    /// <summary>The hour as the platform writes it: 0, 100, … 2300; 0 in what is counted by day.</summary>
    [JsonPropertyName("ref_hour")]
    public int Hour { get; init; }

    /// <summary>How often it was called.</summary>
    [JsonPropertyName("callback_count")]
    public long Calls { get; init; }

    /// <summary>How often it did not answer as it should.</summary>
    [JsonPropertyName("fail_count")]
    public long Failures { get; init; }

    /// <summary>How long all calls took together.</summary>
    [JsonPropertyName("total_time_cost")]
    public long TotalMilliseconds { get; init; }

    /// <summary>How long the longest took.</summary>
    [JsonPropertyName("max_time_cost")]
    public long LongestMilliseconds { get; init; }
}
