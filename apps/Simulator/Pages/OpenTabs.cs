using Hongyan.Simulator.Control;

namespace Hongyan.Simulator.Pages;

/// <summary>The conversations that are open in tabs, in the order in which they were opened; a cookie remembers them.</summary>
internal static class OpenTabs
{
    private const string Cookie = "hongyan-simulator-tabs";
    private const char Separator = '.';

    /// <summary>The open conversations with the same account.</summary>
    public static IReadOnlyList<Talk> Read(HttpContext context, Talk talk) =>
        [.. (context.Request.Cookies[NameOf(talk)] ?? "").Split(Separator).Distinct().Select(talk.FindOther).OfType<Talk>().DistinctBy(each => each.Person)];

    /// <summary>Remembers the open ones.</summary>
    public static void Save(HttpContext context, Talk talk, IEnumerable<Talk> open) =>
        context.Response.Cookies.Append(
            NameOf(talk), string.Join(Separator, open.Select(each => each.Person)),
            new() { SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true });

    private static string NameOf(Talk talk) => $"{Cookie}-{talk.Account}";
}
