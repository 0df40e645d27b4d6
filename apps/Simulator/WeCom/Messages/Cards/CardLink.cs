using System.Text.Json.Serialization;

namespace Hongyan.Simulator.WeCom;

/// <summary>What opens, with a title where the place has one.</summary>
public sealed record CardLink
{
    /// <summary>0 nothing, 1 an address, 2 a mini program.</summary>
    [JsonPropertyName("type")]
    public int Type { get; init; }

    /// <summary>jump_list: the text.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>The address.</summary>
    [JsonPropertyName("url")]
    public string? Url { get; init; }

    /// <summary>The mini program.</summary>
    [JsonPropertyName("appid")]
    public string? AppId { get; init; }

    /// <summary>The page inside it.</summary>
    [JsonPropertyName("pagepath")]
    public string? PagePath { get; init; }
}
