using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>How many began and ceased to follow in a day, by the way they found the account.</summary>
public sealed record UserChange
{
    /// <summary>The day, that of China.</summary>
    [JsonPropertyName("ref_date")]
    public DateOnly Day { get; init; }

    /// <summary>The way, as the platform numbers it: 0 others, 1 search, 17 a card, 30 a QR code, 51 payment, 57 the name in an article, …</summary>
    [JsonPropertyName("user_source")]
    public int Source { get; init; }

    /// <summary>How many began.</summary>
    [JsonPropertyName("new_user")]
    public int Followed { get; init; }

    /// <summary>How many ceased.</summary>
    [JsonPropertyName("cancel_user")]
    public int Left { get; init; }
}
