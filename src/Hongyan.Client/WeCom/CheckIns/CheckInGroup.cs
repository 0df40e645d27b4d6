using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A rule for checking in (打卡规则).</summary>
public sealed record CheckInGroup
{
    /// <summary>The id.</summary>
    [JsonPropertyName("groupid")]
    public int Id { get; init; }

    /// <summary>The name.</summary>
    [JsonPropertyName("groupname")]
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>How it tells when.</summary>
    [JsonPropertyName("grouptype")]
    public CheckInGroupType Type { get; init; }

    /// <summary>The days of the week and their times.</summary>
    [JsonPropertyName("checkindate")]
    public IReadOnlyList<CheckInDays> Days { get; init => field = value ?? []; } = [];

    /// <summary>Days on which to work all the same.</summary>
    [JsonPropertyName("spe_workdays")]
    public IReadOnlyList<SpecialDay> WorkDays { get; init => field = value ?? []; } = [];

    /// <summary>Days off.</summary>
    [JsonPropertyName("spe_offdays")]
    public IReadOnlyList<SpecialDay> OffDays { get; init => field = value ?? []; } = [];

    /// <summary>Whether public holidays count.</summary>
    [JsonPropertyName("sync_holidays")]
    public bool SyncsHolidays { get; init; }

    /// <summary>Whether a photo is needed.</summary>
    [JsonPropertyName("need_photo")]
    public bool NeedsPhoto { get; init; }

    /// <summary>Where to check in, by Wi-Fi.</summary>
    [JsonPropertyName("wifimac_infos")]
    public IReadOnlyList<CheckInWifi> Wifis { get; init => field = value ?? []; } = [];

    /// <summary>Where to check in, by place.</summary>
    [JsonPropertyName("loc_infos")]
    public IReadOnlyList<CheckInPlace> Places { get; init => field = value ?? []; } = [];
}
