using System.Text.Json.Serialization;
using Hongyan.Calls;

namespace Hongyan.WeCom;

/// <summary>A span of work within a day. Times count from midnight.</summary>
public sealed record CheckInSpan
{
    /// <summary>When it begins.</summary>
    [JsonPropertyName("work_sec")]
    [JsonConverter(typeof(SecondsConverter))]
    public TimeSpan Begins { get; init; }

    /// <summary>When it ends.</summary>
    [JsonPropertyName("off_work_sec")]
    [JsonConverter(typeof(SecondsConverter))]
    public TimeSpan Ends { get; init; }

    /// <summary>When the member is reminded of the beginning.</summary>
    [JsonPropertyName("remind_work_sec")]
    [JsonConverter(typeof(SecondsConverter))]
    public TimeSpan RemindsAt { get; init; }

    /// <summary>When the member is reminded of the end.</summary>
    [JsonPropertyName("remind_off_work_sec")]
    [JsonConverter(typeof(SecondsConverter))]
    public TimeSpan RemindsEndAt { get; init; }
}
