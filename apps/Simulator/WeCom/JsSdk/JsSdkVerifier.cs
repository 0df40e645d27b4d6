using System.Globalization;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>Checks a page's signature as the client of WeCom does, and finds out what went wrong where it can.</summary>
internal static class JsSdkVerifier
{
    private const string InvalidSignature = "fail, invalid signature";

    public static JsSdkVerdict Check(JsSdkSigned signed, SimulatedWorld world, JsSdkTickets tickets, SimulatedClock clock)
    {
        var apps = world.Apps.Where(app => app.CorpId == signed.CorpId).ToList();
        if (apps.Count == 0)
            return new(40013, "fail, invalid corpid", "CorpId", signed.CorpId);
        if (signed.IsAgent)
        {
            apps.RemoveAll(app => app.AgentId.ToString(CultureInfo.InvariantCulture) != signed.AgentId);
            if (apps.Count == 0)
                return new(40056, "fail, invalid agentid", "AgentId", signed.AgentId);
        }
        if (!Uri.TryCreate(signed.Url, UriKind.Absolute, out var page) || !apps.Any(app => TrustedDomain.Covers(app, page)))
            return new(80001, "fail, invalid url domain", "Domain", signed.Url);

        var known = tickets.All;
        var match = known.FirstOrDefault(ticket => signed.IsSignedWith(ticket.Value));
        if (match is null)
            return Explain(signed, known);
        if (signed.IsAgent ? match.App != apps[0].Name : match.App is not null)
            return new(40093, InvalidSignature, signed.IsAgent ? "NotTheAppsTicket" : "NotTheCorpsTicket");
        return clock.Now < match.ExpiresAt ? JsSdkVerdict.Ok : new(42012, "fail, jsapi_ticket expired", "TicketExpired");
    }

    /// <summary>Why no ticket made the signature.</summary>
    internal static JsSdkVerdict Explain(JsSdkSigned signed, IReadOnlyList<JsSdkTicket> known)
    {
        if (known.Count == 0)
            return new(40093, InvalidSignature, "NoTicket");
        var other = OtherAddresses(signed.Url).FirstOrDefault(url => known.Any(ticket => (signed with { Url = url }).IsSignedWith(ticket.Value)));
        if (other is not null)
            return new(40093, InvalidSignature, "AnotherUrl", other);
        // The page may write a number as text, but not in another unit.
        return signed.Timestamp.Length > 11 ? new(40093, InvalidSignature, "Milliseconds") : new(40093, InvalidSignature, "Unknown");
    }

    /// <summary>What is signed by mistake instead of the page's address.</summary>
    private static IEnumerable<string> OtherAddresses(string url)
    {
        var withoutQuery = url.Split('?')[0];
        yield return Uri.UnescapeDataString(url);
        yield return Uri.EscapeDataString(url);
        yield return withoutQuery;
        yield return url + "#";
        yield return url.EndsWith('/') ? url.TrimEnd('/') : url + "/";
        if (Uri.TryCreate(url, UriKind.Absolute, out var page))
        {
            yield return page.GetLeftPart(UriPartial.Authority);
            yield return page.GetLeftPart(UriPartial.Authority) + "/";
            // Behind a proxy the program sees http.
            yield return (page.Scheme == Uri.UriSchemeHttps ? "http" : "https") + url[page.Scheme.Length..];
        }
    }
}
