using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>How much all articles were read, shared and kept in a day or an hour.</summary>
public sealed record ArticleReadings
{
    /// <summary>The day.</summary>
    [JsonPropertyName("ref_date")]
    public DateOnly Day { get; init; }

    /// <summary>The hour as the platform writes it: 0, 100, … 2300; 0 in what is counted by day.</summary>
    [JsonPropertyName("ref_hour")]
    public int Hour { get; init; }

    /// <summary>From where, as the platform numbers it; 99999999 is all together.</summary>
    [JsonPropertyName("user_source")]
    public int Source { get; init; }

    /// <summary>Who read.</summary>
    [JsonPropertyName("int_page_read_user")]
    public long Readers { get; init; }

    /// <summary>How often.</summary>
    [JsonPropertyName("int_page_read_count")]
    public long Readings { get; init; }

    /// <summary>Who followed a link (阅读原文).</summary>
    [JsonPropertyName("ori_page_read_user")]
    public long OriginalReaders { get; init; }

    /// <summary>How often.</summary>
    [JsonPropertyName("ori_page_read_count")]
    public long OriginalReadings { get; init; }

    /// <summary>Who shared.</summary>
    [JsonPropertyName("share_user")]
    public long Sharers { get; init; }

    /// <summary>How often.</summary>
    [JsonPropertyName("share_count")]
    public long Shares { get; init; }

    /// <summary>Who kept one (收藏).</summary>
    [JsonPropertyName("add_to_fav_user")]
    public long Keepers { get; init; }

    /// <summary>How often.</summary>
    [JsonPropertyName("add_to_fav_count")]
    public long Keepings { get; init; }
}
