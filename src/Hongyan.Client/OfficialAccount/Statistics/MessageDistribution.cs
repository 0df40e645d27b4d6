using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>How many followers said how much.</summary>
public sealed record MessageDistribution
{
    /// <summary>The day; of a week its Monday, of a month its first.</summary>
    [JsonPropertyName("ref_date")]
    public DateOnly Day { get; init; }

    /// <summary>How much, as the platform numbers it: 0 nothing, 1 one to five, 2 six to ten, 3 more than ten.</summary>
    [JsonPropertyName("count_interval")]
    public int Interval { get; init; }

    /// <summary>How many followers.</summary>
    [JsonPropertyName("msg_user")]
    public long Senders { get; init; }
}
