using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A picture (图片型), best 3.35 times as wide as high.</summary>
public sealed record WorkbenchImage : WorkbenchContent
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Type => "image";

    /// <summary>The picture's address.</summary>
    [JsonPropertyName("url")]
    public required string ImageUrl { get; init; }

    /// <summary>The page that opens; null opens the application.</summary>
    [JsonPropertyName("jump_url")]
    public string? Url { get; init; }

    /// <summary>The page of the mini program that opens instead.</summary>
    [JsonPropertyName("pagepath")]
    public string? MiniProgramPage { get; init; }
}
