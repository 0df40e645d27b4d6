using System.Text.Json.Serialization;

namespace Hongyan.Simulator.WeCom;

/// <summary>A button or an entry of a menu.</summary>
public sealed record CardButton
{
    /// <summary>What stands on it.</summary>
    [JsonPropertyName("text")]
    public string? Text { get; init; }

    /// <summary>What the event carries.</summary>
    [JsonPropertyName("key")]
    public string? Key { get; init; }

    /// <summary>1 to 4; 1 is the usual one.</summary>
    [JsonPropertyName("style")]
    public int Style { get; init; }

    /// <summary>0 the click comes back as an event, 1 an address opens.</summary>
    [JsonPropertyName("type")]
    public int Type { get; init; }

    /// <summary>The address.</summary>
    [JsonPropertyName("url")]
    public string? Url { get; init; }
}
