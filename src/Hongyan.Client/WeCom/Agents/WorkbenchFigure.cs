using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>One figure on the workbench.</summary>
public sealed record WorkbenchFigure
{
    /// <summary>What is counted: 待审批.</summary>
    [JsonPropertyName("key")]
    public string? Name { get; init; }

    /// <summary>The figure, as it is shown: up to 14 bytes.</summary>
    [JsonPropertyName("data")]
    public required string Value { get; init; }

    /// <summary>The page that opens; null opens the application.</summary>
    [JsonPropertyName("jump_url")]
    public string? Url { get; init; }

    /// <summary>The page of the mini program that opens instead.</summary>
    [JsonPropertyName("pagepath")]
    public string? MiniProgramPage { get; init; }
}
