using System.Text.Json.Serialization;

namespace Hongyan.WeCom;

/// <summary>What opens: a page or a mini program (小程序). A string will do for a page: <c>Action = "https://…"</c>.</summary>
public sealed record CardLink
{
    [JsonConstructor]
    internal CardLink()
    {
    }

    /// <summary>The address of the page; null where a mini program opens.</summary>
    [JsonInclude]
    public string? Url { get; internal init; }

    /// <summary>The app id of the mini program, which must be bound to the app; null where a page opens.</summary>
    [JsonInclude]
    public string? AppId { get; internal init; }

    /// <summary>The path inside the mini program; its home page where it is null.</summary>
    [JsonInclude]
    public string? PagePath { get; internal init; }

    /// <summary>Opens a page.</summary>
    public static CardLink ToUrl(string url) => new() { Url = url };

    /// <summary>Opens a mini program.</summary>
    public static CardLink ToMiniProgram(string appId, string? pagePath = null) => new() { AppId = appId, PagePath = pagePath };

    /// <summary>Opens a page.</summary>
    public static implicit operator CardLink(string url) => ToUrl(url);
}
