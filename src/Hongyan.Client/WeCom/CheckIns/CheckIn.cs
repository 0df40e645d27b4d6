using System.Text.Json.Serialization;
using Hongyan.Calls;

namespace Hongyan.WeCom;

/// <summary>One check-in of one member (打卡记录).</summary>
public sealed record CheckIn
{
    /// <summary>The member.</summary>
    [JsonPropertyName("userid")]
    public required string UserId { get; init; }

    /// <summary>The rule that it falls under (打卡规则).</summary>
    [JsonPropertyName("groupname")]
    public string GroupName { get; init => field = value ?? ""; } = "";

    /// <summary>上班打卡, 下班打卡 or 外出打卡.</summary>
    [JsonPropertyName("checkin_type")]
    public string CheckInType { get; init => field = value ?? ""; } = "";

    /// <summary>What was wrong: 时间异常, 地点异常, 未打卡, wifi异常, 非常用设备, several joined by a semicolon; empty where nothing was.</summary>
    [JsonPropertyName("exception_type")]
    public string ExceptionType { get; init => field = value ?? ""; } = "";

    /// <summary>When. For 未打卡, when it was due.</summary>
    [JsonPropertyName("checkin_time")]
    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTimeOffset CheckedInAt { get; init; }

    /// <summary>The name of the place.</summary>
    [JsonPropertyName("location_title")]
    public string LocationTitle { get; init => field = value ?? ""; } = "";

    /// <summary>Its address.</summary>
    [JsonPropertyName("location_detail")]
    public string LocationDetail { get; init => field = value ?? ""; } = "";

    /// <summary>The Wi-Fi.</summary>
    [JsonPropertyName("wifiname")]
    public string WifiName { get; init => field = value ?? ""; } = "";

    /// <summary>The Wi-Fi's MAC address.</summary>
    [JsonPropertyName("wifimac")]
    public string WifiAddress { get; init => field = value ?? ""; } = "";

    /// <summary>What the member wrote.</summary>
    [JsonPropertyName("notes")]
    public string Notes { get; init => field = value ?? ""; } = "";

    /// <summary>Pictures that the member took.</summary>
    [JsonPropertyName("mediaids")]
    public IReadOnlyList<string> MediaIds { get; init => field = value ?? []; } = [];

    /// <summary>Degrees.</summary>
    [JsonPropertyName("lat")]
    [JsonConverter(typeof(MicroDegreesConverter))]
    public double Latitude { get; init; }

    /// <summary>Degrees.</summary>
    [JsonPropertyName("lng")]
    [JsonConverter(typeof(MicroDegreesConverter))]
    public double Longitude { get; init; }

    /// <summary>The phone.</summary>
    [JsonPropertyName("deviceid")]
    public string DeviceId { get; init => field = value ?? ""; } = "";

    /// <summary>When it was due; null where nothing was.</summary>
    [JsonPropertyName("sch_checkin_time")]
    [JsonConverter(typeof(OptionalUnixTimeConverter))]
    public DateTimeOffset? ScheduledAt { get; init; }

    /// <summary>The id of the rule.</summary>
    [JsonPropertyName("groupid")]
    public int GroupId { get; init; }

    /// <summary>The id of the shift (班次); 0 for none.</summary>
    [JsonPropertyName("schedule_id")]
    public int ScheduleId { get; init; }

    /// <summary>Which of the spans of the shift or day.</summary>
    [JsonPropertyName("timeline_id")]
    public int TimelineId { get; init; }
}
