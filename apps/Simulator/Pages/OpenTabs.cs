using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Pages;

/// <summary>The conversations that are open in tabs, in the order in which they were opened; a cookie remembers them.</summary>
internal static class OpenTabs
{
    private const string Cookie = "hongyan-simulator-tabs";
    private const char Separator = '.';

    /// <summary>The members whose conversation with the app is open.</summary>
    public static IReadOnlyList<Member> Read(HttpContext context, SimulatedWorld world, string app) =>
        [.. (context.Request.Cookies[NameOf(app)] ?? "").Split(Separator).Select(world.FindMember).OfType<Member>().Distinct()];

    /// <summary>Remembers the open ones.</summary>
    public static void Save(HttpContext context, string app, IEnumerable<Member> members) =>
        context.Response.Cookies.Append(
            NameOf(app), string.Join(Separator, members.Select(member => member.UserId)),
            new() { SameSite = SameSiteMode.Lax, HttpOnly = true, IsEssential = true });

    private static string NameOf(string app) => $"{Cookie}-{app}";
}
