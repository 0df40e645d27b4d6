namespace Hongyan.Hub.Shell;

/// <summary>Light, dark, or as the system has it: chosen with <c>?theme=</c>, which a cookie remembers.</summary>
internal static class Appearance
{
    /// <summary>The query parameter.</summary>
    public const string Parameter = "theme";

    private const string Cookie = "hongyan-console-theme";

    private static readonly string[] All = ["auto", "dark", "light"];

    /// <summary>What the reader has chosen; a choice made by this request is remembered.</summary>
    public static string Choose(HttpContext context)
    {
        var chosen = context.Request.Query[Parameter].ToString();
        if (!All.Contains(chosen))
            return Read(context);
        if (!context.Response.HasStarted)
            context.Response.Cookies.Append(Cookie, chosen, new() { SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true, MaxAge = TimeSpan.FromDays(365) });
        return chosen;
    }

    /// <summary>The one that a click leads to.</summary>
    public static string After(string current) => All[(Array.IndexOf(All, current) + 1) % All.Length];

    private static string Read(HttpContext context) =>
        context.Request.Cookies[Cookie] is { } kept && All.Contains(kept) ? kept : All[0];
}
