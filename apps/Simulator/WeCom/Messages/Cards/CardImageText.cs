using System.Text.Json.Serialization;

namespace Hongyan.Simulator.WeCom;

/// <summary>A small picture on the left of a card with text beside it.</summary>
public sealed record CardImageText
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

    /// <summary>The title.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>The text.</summary>
    [JsonPropertyName("desc")]
    public string? Description { get; init; }

    /// <summary>Address of the picture.</summary>
    [JsonPropertyName("image_url")]
    public string? ImageUrl { get; init; }
}
