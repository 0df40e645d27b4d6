using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>How much an article was read, shared and kept in a day.</summary>
public sealed record ArticleReading
{
    /// <summary>The day.</summary>
    [JsonPropertyName("ref_date")]
    public DateOnly Day { get; init; }

    /// <summary>The mass message and the place in it, such as <c>12003_3</c>.</summary>
    [JsonPropertyName("msgid")]
    public string ArticleId { get; init => field = value ?? ""; } = "";

    /// <summary>The title.</summary>
    [JsonPropertyName("title")]
    public string Title { get; init => field = value ?? ""; } = "";

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
