using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>Leave, a trip or going out.</summary>
public sealed record AttendanceLeave
{
    /// <summary>1 leave (请假), 2 a correction (补卡), 3 a trip (出差), 4 going out (外出), 100 field work (外勤).</summary>
    [JsonPropertyName("type")]
    public int Type { get; init; }

    /// <summary>Its name.</summary>
    [JsonPropertyName("name")]
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>How often.</summary>
    [JsonPropertyName("count")]
    public int Count { get; init; }

    /// <summary>How long, in the unit of <see cref="UnitType"/>.</summary>
    [JsonPropertyName("duration")]
    public long Duration { get; init; }

    /// <summary>0: seconds counted by the day; 1: seconds counted by the hour.</summary>
    [JsonPropertyName("time_type")]
    public int UnitType { get; init; }
}
