using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>How an article that was sent stood at the end of a day, everything up to then together.</summary>
public sealed record ArticleDay
{
    /// <summary>The day.</summary>
    [JsonPropertyName("stat_date")]
    public DateOnly Day { get; init; }

    /// <summary>To how many it was sent.</summary>
    [JsonPropertyName("target_user")]
    public long Recipients { get; init; }

    /// <summary>Who read it.</summary>
    [JsonPropertyName("int_page_read_user")]
    public long Readers { get; init; }

    /// <summary>How often.</summary>
    [JsonPropertyName("int_page_read_count")]
    public long Readings { get; init; }

    /// <summary>Who followed its link (阅读原文).</summary>
    [JsonPropertyName("ori_page_read_user")]
    public long OriginalReaders { get; init; }

    /// <summary>How often.</summary>
    [JsonPropertyName("ori_page_read_count")]
    public long OriginalReadings { get; init; }

    /// <summary>Who shared it.</summary>
    [JsonPropertyName("share_user")]
    public long Sharers { get; init; }

    /// <summary>How often.</summary>
    [JsonPropertyName("share_count")]
    public long Shares { get; init; }

    /// <summary>Who kept it (收藏).</summary>
    [JsonPropertyName("add_to_fav_user")]
    public long Keepers { get; init; }

    /// <summary>How often.</summary>
    [JsonPropertyName("add_to_fav_count")]
    public long Keepings { get; init; }
}
