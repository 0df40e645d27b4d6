using System.Text.Json.Serialization;

namespace Hongyan.Simulator.WeCom;

/// <summary>A quotation in a card.</summary>
public sealed record CardQuote
{
    /// <summary>0 nothing opens, 1 an address, 2 a mini program.</summary>
    [JsonPropertyName("type")]
    public int Type { get; init; }

    /// <summary>The address.</summary>
    [JsonPropertyName("url")]
    public string? Url { get; init; }

    /// <summary>The mini program.</summary>
    [JsonPropertyName("appid")]
    public string? AppId { get; init; }

    /// <summary>The page inside it.</summary>
    [JsonPropertyName("pagepath")]
    public string? PagePath { get; init; }

    /// <summary>Its title.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>Its text.</summary>
    [JsonPropertyName("quote_text")]
    public string? Text { get; init; }
}
