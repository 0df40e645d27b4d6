using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>What one member's check-ins come to, for a day (打卡日报) or a month (打卡月报).</summary>
public sealed record AttendanceReport
{
    /// <summary>Who and when.</summary>
    [JsonPropertyName("base_info")]
    public required AttendanceSubject Subject { get; init; }

    /// <summary>The sums.</summary>
    [JsonPropertyName("summary_info")]
    public required AttendanceSummary Summary { get; init; }

    /// <summary>What was not as it should be.</summary>
    [JsonPropertyName("exception_infos")]
    public IReadOnlyList<AttendanceIncident> Incidents { get; init => field = value ?? []; } = [];

    /// <summary>Leave, trips and going out.</summary>
    [JsonPropertyName("sp_items")]
    public IReadOnlyList<AttendanceLeave> Leaves { get; init => field = value ?? []; } = [];
}
