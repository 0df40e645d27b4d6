using System.Text.Json.Serialization;
using Hongyan.Calls;

namespace Hongyan.WeCom;

/// <summary>What was not as it should be, and how often.</summary>
public sealed record AttendanceIncident
{
    /// <summary>What.</summary>
    [JsonPropertyName("exception")]
    public AttendanceIncidentType Type { get; init; }

    /// <summary>How often.</summary>
    [JsonPropertyName("count")]
    public int Count { get; init; }

    /// <summary>How long altogether; zero where that makes no sense.</summary>
    [JsonPropertyName("duration")]
    [JsonConverter(typeof(SecondsConverter))]
    public TimeSpan Duration { get; init; }
}
