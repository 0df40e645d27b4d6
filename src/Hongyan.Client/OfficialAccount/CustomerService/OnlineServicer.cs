using System.Text.Json.Serialization;

namespace Hongyan.OfficialAccount;

/// <summary>A servicer who has signed in to 客服.</summary>
public sealed record OnlineServicer
{
    /// <summary>The whole name (完整客服账号).</summary>
    [JsonPropertyName("kf_account")]
    public required string Account { get; init; }

    /// <summary>The number (kf_id).</summary>
    [JsonPropertyName("kf_id")]
    public int Id { get; init; }

    /// <summary>How many followers they talk with now.</summary>
    [JsonPropertyName("accepted_case")]
    public int Sessions { get; init; }
}
