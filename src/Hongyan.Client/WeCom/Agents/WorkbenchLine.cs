using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>One line of a list on the workbench.</summary>
public sealed record WorkbenchLine
{
    /// <summary>The text: up to 128 bytes.</summary>
    [JsonPropertyName("title")]
    public required string Title { get; init; }

    /// <summary>The page that opens; null opens the application.</summary>
    [JsonPropertyName("jump_url")]
    public string? Url { get; init; }

    /// <summary>The page of the mini program that opens instead.</summary>
    [JsonPropertyName("pagepath")]
    public string? MiniProgramPage { get; init; }
}
