using System.Text.Json.Serialization;
using Hongyan.Calls;

namespace Hongyan.OfficialAccount;

/// <summary>A line of what a servicer and a follower said (聊天记录).</summary>
public sealed record ServiceRecord
{
    private const int SentByServicer = 2002;

    /// <summary>The follower.</summary>
    [JsonPropertyName("openid")]
    public required string OpenId { get; init; }

    /// <summary>The servicer.</summary>
    [JsonPropertyName("worker")]
    public string Account { get; init => field = value ?? ""; } = "";

    /// <summary>What was said; of anything but text, what the platform writes in its place.</summary>
    [JsonPropertyName("text")]
    public string Text { get; init => field = value ?? ""; } = "";

    /// <summary>When.</summary>
    [JsonPropertyName("time")]
    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTimeOffset At { get; init; }

    /// <summary>Whether the servicer said it; otherwise the follower did.</summary>
    [JsonIgnore]
    public bool IsFromServicer => Operation == SentByServicer;

    [JsonInclude]
    [JsonPropertyName("opercode")]
    internal int Operation { get; init; }
}
