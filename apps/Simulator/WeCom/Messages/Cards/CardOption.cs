using System.Text.Json.Serialization;

namespace Hongyan.Simulator.WeCom;

/// <summary>An option of a question.</summary>
public sealed record CardOption
{
    /// <summary>What the event carries.</summary>
    [JsonPropertyName("id")]
    public string? Id { get; init; }

    /// <summary>What stands there.</summary>
    [JsonPropertyName("text")]
    public string? Text { get; init; }

    /// <summary>Whether it is ticked at first.</summary>
    [JsonPropertyName("is_checked")]
    public bool IsChecked { get; init; }
}
