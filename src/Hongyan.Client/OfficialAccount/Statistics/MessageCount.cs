using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>How much followers said, by type.</summary>
public sealed record MessageCount
{
    /// <summary>The day; of a week its Monday, of a month its first.</summary>
    [JsonPropertyName("ref_date")]
    public DateOnly Day { get; init; }

    /// <summary>The hour as the platform writes it: 0, 100, … 2300; 0 in what is not counted by hour.</summary>
    [JsonPropertyName("ref_hour")]
    public int Hour { get; init; }

    /// <summary>The type, as the platform numbers it: 1 text, 2 picture, 3 voice, 4 video, 6 links from other apps.</summary>
    [JsonPropertyName("msg_type")]
    public int Type { get; init; }

    /// <summary>Who said it.</summary>
    [JsonPropertyName("msg_user")]
    public long Senders { get; init; }

    /// <summary>How often.</summary>
    [JsonPropertyName("msg_count")]
    public long Messages { get; init; }
}
