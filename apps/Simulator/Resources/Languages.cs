using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace Hongyan.Simulator.Resources;

/// <summary>Chinese, unless the reader chose English with <c>?lang=en</c>, which a cookie remembers.</summary>
internal static class Languages
{
    /// <summary>The query parameter, and the cookie.</summary>
    public const string Parameter = "lang";

    /// <summary>The languages, the first being the default.</summary>
    public static IReadOnlyList<string> All { get; } = ["zh-CN", "en"];

    /// <summary>Options for the localization of requests.</summary>
    public static RequestLocalizationOptions Options
    {
        get
        {
            var cultures = All.Select(CultureInfo.GetCultureInfo).ToList();
            return new()
            {
                DefaultRequestCulture = new RequestCulture(All[0]),
                SupportedCultures = cultures,
                SupportedUICultures = cultures,
                RequestCultureProviders = [new CustomRequestCultureProvider(Choose)],
            };
        }
    }

    private static Task<ProviderCultureResult?> Choose(HttpContext context)
    {
        var chosen = context.Request.Query[Parameter].ToString();
        if (All.Contains(chosen))
            context.Response.Cookies.Append("hongyan-simulator-lang", chosen, new() { SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true });
        else
            chosen = context.Request.Cookies["hongyan-simulator-lang"] ?? "";
        return Task.FromResult(All.Contains(chosen) ? new ProviderCultureResult(chosen) : null);
    }
}
