using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace Hongyan.Hub.Resources;

/// <summary>What the reader chose with <c>?lang=</c>, which a cookie remembers; else what the browser prefers; else Chinese.</summary>
internal static class Languages
{
    /// <summary>The query parameter.</summary>
    public const string Parameter = "lang";

    private const string Cookie = "hongyan-console-lang";

    /// <summary>The languages, the first being the default.</summary>
    public static IReadOnlyList<string> All { get; } = ["zh-CN", "en"];

    /// <summary>The language that a click leads to.</summary>
    public static string Other => CultureInfo.CurrentUICulture.Name == All[0] ? All[1] : All[0];

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
            context.Response.Cookies.Append(Cookie, chosen, new() { SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true, MaxAge = TimeSpan.FromDays(365) });
        else
            chosen = context.Request.Cookies[Cookie] ?? "";
        if (!All.Contains(chosen))
            chosen = Preferred(context.Request);
        return Task.FromResult<ProviderCultureResult?>(new(chosen));
    }

    // The framework's own reading matches names, not languages: a reader of zh-TW who also knows English would get English.
    private static string Preferred(HttpRequest request)
    {
        var wanted = request.GetTypedHeaders().AcceptLanguage
            .Where(language => language.Quality is null or > 0)
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.ToString().Split('-')[0]);
        foreach (var language in wanted)
        {
            if (All.FirstOrDefault(each => each.Split('-')[0].Equals(language, StringComparison.OrdinalIgnoreCase)) is { } known)
                return known;
        }
        return All[0];
    }
}
