using System.Text.Json.Serialization;
using Hongyan.Calls;

namespace Hongyan.OfficialAccount;

/// <summary>What the platform wrote down of a failed call.</summary>
public sealed record RecordedCall
{
    /// <summary>When it was made.</summary>
    [JsonPropertyName("invoke_time")]
    [JsonConverter(typeof(UnixTimeConverter))]
    public DateTimeOffset At { get; init; }

    /// <summary>How many milliseconds it took.</summary>
    [JsonPropertyName("cost_in_ms")]
    public long Milliseconds { get; init; }

    /// <summary>Query of the call, or its address. The platform may put the access token in it: show it to nobody.</summary>
    [JsonPropertyName("request_url")]
    public string? RequestUrl { get; init; }

    /// <summary>What was sent.</summary>
    [JsonPropertyName("request_body")]
    public string? RequestBody { get; init; }

    /// <summary>What was answered.</summary>
    [JsonPropertyName("response_body")]
    public string? ResponseBody { get; init; }

    /// <summary>The address that it came from.</summary>
    [JsonPropertyName("client_ip")]
    public string? ClientAddress { get; init; }

    /// <summary>Says when and how long, without what may hold a token.</summary>
    public override string ToString() => $"call at {At:O}, {Milliseconds} ms";
}
