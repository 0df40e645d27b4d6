using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>How many follow the account at the end of a day.</summary>
public sealed record UserTotal
{
    /// <summary>The day, that of China.</summary>
    [JsonPropertyName("ref_date")]
    public DateOnly Day { get; init; }

    /// <summary>How many.</summary>
    [JsonPropertyName("cumulate_user")]
    public long Followers { get; init; }
}
