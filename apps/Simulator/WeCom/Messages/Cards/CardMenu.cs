using System.Text.Json.Serialization;

namespace Hongyan.Simulator.WeCom;

/// <summary>The menu in the upper right corner of a card.</summary>
public sealed record CardMenu
{
    /// <summary>What it is for.</summary>
    [JsonPropertyName("desc")]
    public string? Description { get; init; }

    /// <summary>Its entries, text and key.</summary>
    [JsonPropertyName("action_list")]
    public IReadOnlyList<CardButton>? Items { get; init; }
}
