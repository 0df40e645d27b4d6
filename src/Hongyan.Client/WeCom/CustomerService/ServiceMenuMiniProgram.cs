using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A line that opens a mini program (小程序).</summary>
public sealed record ServiceMenuMiniProgram : ServiceMenuItem
{
    /// <summary>1 to 1024 bytes.</summary>
    [JsonPropertyName("content")]
    public required string Content { get; init; }

    /// <summary>The app id.</summary>
    [JsonPropertyName("appid")]
    public required string AppId { get; init; }

    /// <summary>1 to 1024 bytes.</summary>
    [JsonPropertyName("pagepath")]
    public required string PagePath { get; init; }
}
