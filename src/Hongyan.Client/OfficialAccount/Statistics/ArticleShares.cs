using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>How much articles were shared in a day or an hour.</summary>
public sealed record ArticleShares
{
    /// <summary>The day.</summary>
    [JsonPropertyName("ref_date")]
    public DateOnly Day { get; init; }

    /// <summary>The hour as the platform writes it: 0, 100, … 2300; 0 in what is counted by day.</summary>
    [JsonPropertyName("ref_hour")]
    public int Hour { get; init; }

    /// <summary>Where to, as the platform numbers it: 1 friends, 2 moments, 3 Tencent Weibo, 255 others.</summary>
    [JsonPropertyName("share_scene")]
    public int Scene { get; init; }

    /// <summary>Who shared.</summary>
    [JsonPropertyName("share_user")]
    public long Sharers { get; init; }

    /// <summary>How often.</summary>
    [JsonPropertyName("share_count")]
    public long Shares { get; init; }
}
