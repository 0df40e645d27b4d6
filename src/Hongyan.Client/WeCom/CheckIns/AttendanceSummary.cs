using System.Text.Json.Serialization;
using Hongyan.Calls;

namespace Hongyan.WeCom;

/// <summary>The sums of a report.</summary>
public sealed record AttendanceSummary
{
    /// <summary>How often the member checked in; only for a day.</summary>
    [JsonPropertyName("checkin_count")]
    public int CheckInCount { get; init; }

    /// <summary>Time at work.</summary>
    [JsonPropertyName("regular_work_sec")]
    [JsonConverter(typeof(SecondsConverter))]
    public TimeSpan Worked { get; init; }

    /// <summary>Time that should be at work.</summary>
    [JsonPropertyName("standard_work_sec")]
    [JsonConverter(typeof(SecondsConverter))]
    public TimeSpan Standard { get; init; }

    /// <summary>The first check-in, from midnight; only for a day.</summary>
    [JsonPropertyName("earliest_time")]
    [JsonConverter(typeof(SecondsConverter))]
    public TimeSpan Earliest { get; init; }

    /// <summary>The last one.</summary>
    [JsonPropertyName("lastest_time")]
    [JsonConverter(typeof(SecondsConverter))]
    public TimeSpan Latest { get; init; }

    /// <summary>Days that should be at work; only for a month.</summary>
    [JsonPropertyName("work_days")]
    public int WorkDays { get; init; }

    /// <summary>Days without anything wrong; only for a month.</summary>
    [JsonPropertyName("regular_days")]
    public int RegularDays { get; init; }

    /// <summary>Days with something wrong; only for a month.</summary>
    [JsonPropertyName("except_days")]
    public int ExceptionDays { get; init; }
}
