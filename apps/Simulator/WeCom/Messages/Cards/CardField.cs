using System.Text.Json.Serialization;

namespace Hongyan.Simulator.WeCom;

/// <summary>A name with a value in a card.</summary>
public sealed record CardField
{
    /// <summary>0 text, 1 an address, 2 a file, 3 a member.</summary>
    [JsonPropertyName("type")]
    public int Type { get; init; }

    /// <summary>The name.</summary>
    [JsonPropertyName("keyname")]
    public string? Name { get; init; }

    /// <summary>The value.</summary>
    [JsonPropertyName("value")]
    public string? Value { get; init; }

    /// <summary>The address that opens.</summary>
    [JsonPropertyName("url")]
    public string? Url { get; init; }

    /// <summary>The file that opens.</summary>
    [JsonPropertyName("media_id")]
    public string? MediaId { get; init; }

    /// <summary>The member whose card opens.</summary>
    [JsonPropertyName("userid")]
    public string? UserId { get; init; }
}
