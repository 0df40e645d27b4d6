using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>A web page of the application, shown inside the workbench (webview型).</summary>
public sealed record WorkbenchPage : WorkbenchContent
{
    /// <inheritdoc />
    [JsonIgnore]
    public override string Type => "webview";

    /// <summary>The page that is shown. It is told the member by <c>auth_code</c>.</summary>
    [JsonPropertyName("url")]
    public required string PageUrl { get; init; }

    /// <summary>The page that opens; null opens the application.</summary>
    [JsonPropertyName("jump_url")]
    public string? Url { get; init; }

    /// <summary>The page of the mini program that opens instead.</summary>
    [JsonPropertyName("pagepath")]
    public string? MiniProgramPage { get; init; }
}
