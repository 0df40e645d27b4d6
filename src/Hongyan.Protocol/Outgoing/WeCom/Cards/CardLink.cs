namespace Hongyan.WeCom;

/// <summary>What opens: a page or a mini program (小程序). A string will do for a page: <c>Action = "https://…"</c>.</summary>
public sealed record CardLink
{
    private CardLink()
    {
    }

    /// <summary>The address of the page; null where a mini program opens.</summary>
    public string? Url { get; private init; }

    /// <summary>The app id of the mini program, which must be bound to the app; null where a page opens.</summary>
    public string? AppId { get; private init; }

    /// <summary>The path inside the mini program; its home page where it is null.</summary>
    public string? PagePath { get; private init; }

    /// <summary>Opens a page.</summary>
    public static CardLink ToUrl(string url) => new() { Url = url };

    /// <summary>Opens a mini program.</summary>
    public static CardLink ToMiniProgram(string appId, string? pagePath = null) => new() { AppId = appId, PagePath = pagePath };

    /// <summary>Opens a page.</summary>
    public static implicit operator CardLink(string url) => ToUrl(url);
}
