using System.Text.Json.Serialization;

namespace Hongyan.Simulator.WeCom;

/// <summary>What opens, with a title where the place has one.</summary>
public sealed record CardLink
{
    /// <summary>0 nothing, 1 an address, 2 a mini program, 3 a question to the AI robot that sent the card (智能问答).</summary>
    [JsonPropertyName("type")]
    public int Type { get; init; }

    /// <summary>jump_list: the text.</summary>
    [JsonPropertyName("title")]
    public string? Title { get; init; }

    /// <summary>What tapping it asks the robot.</summary>
    [JsonPropertyName("question")]
    public string? Question { get; init; }

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
