using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.WebUtilities;

namespace Hongyan.Simulator.Pages;

/// <summary>Who holds the phone when a page signs somebody in: said by the address, or else by the chat page that was in front last.</summary>
internal static class SignIn
{
    /// <summary>The parameter that says who signs in: a UserID, or <see cref="OAuthPerson.VisitorName"/>.</summary>
    public const string PersonParameter = "sim_person";

    /// <summary>The parameter that says what a member answered.</summary>
    public const string ConsentParameter = "sim_consent";

    /// <summary>Agreed.</summary>
    public const string Agree = "agree";

    /// <summary>Did not agree.</summary>
    public const string Refuse = "refuse";

    // Assets/person.js writes it.
    private const string CookieName = "hongyan-simulator-person";

    /// <summary>Who is named by the address; null when nobody is, or nobody who can sign in.</summary>
    public static OAuthPerson? Named(HttpContext context, SimulatedWorld world) => Find(context.Request.Query[PersonParameter], world);

    /// <summary>Who is named by the address, or was the last one in front of a chat page.</summary>
    public static OAuthPerson? Present(HttpContext context, SimulatedWorld world) =>
        Named(context, world) ?? Find(context.Request.Cookies[CookieName], world);

    /// <summary>The same address with another parameter.</summary>
    public static string With(HttpContext context, string parameter, string value)
    {
        var query = context.Request.Query.Where(pair => pair.Key != parameter).ToDictionary(pair => pair.Key, pair => (string?)pair.Value.ToString());
        query[parameter] = value;
        return QueryHelpers.AddQueryString(context.Request.Path, query);
    }

    private static OAuthPerson? Find(string? name, SimulatedWorld world) =>
        name == OAuthPerson.VisitorName ? OAuthPerson.Visitor
        : !string.IsNullOrEmpty(name) && world.FindMember(name) is { IsActive: true } member ? new(member.UserId)
        : null;
}
