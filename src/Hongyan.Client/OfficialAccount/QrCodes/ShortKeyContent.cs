using System.Text.Json.Serialization;
using Hongyan.Calls;

namespace Hongyan.OfficialAccount;

/// <summary>What a short key stands for.</summary>
public sealed record ShortKeyContent
{
    /// <summary>The text.</summary>
    [JsonPropertyName("long_data")]
    public required string Text { get; init; }

    /// <summary>When the key was made.</summary>
    [JsonPropertyName("create_time")]
    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>How many seconds it works still.</summary>
    [JsonPropertyName("expire_seconds")]
    public long SecondsLeft { get; init; }
}
