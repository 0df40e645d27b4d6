using System.Text.Json.Serialization;
using Hongyan.Calls;

namespace Hongyan.WeCom;

/// <summary>Whom and when a report is about.</summary>
public sealed record AttendanceSubject
{
    /// <summary>The member.</summary>
    [JsonPropertyName("acctid")]
    public required string UserId { get; init; }

    /// <summary>The member's name.</summary>
    [JsonPropertyName("name")]
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>The departments, joined by semicolons.</summary>
    [JsonPropertyName("departs_name")]
    public string DepartmentNames { get; init => field = value ?? ""; } = "";

    /// <summary>The day's midnight; null for a month.</summary>
    [JsonPropertyName("date")]
    [JsonConverter(typeof(OptionalUnixTimeConverter))]
    public DateTimeOffset? Date { get; init; }

    /// <summary>1 fixed times, 2 going out, 3 shifts, 4 free, 5 overtime, 7 lunch break as the platform numbers it.</summary>
    [JsonPropertyName("record_type")]
    public int RecordType { get; init; }

    /// <summary>0 a work day, 1 a day off; only for a day.</summary>
    [JsonPropertyName("day_type")]
    public int DayType { get; init; }
}
