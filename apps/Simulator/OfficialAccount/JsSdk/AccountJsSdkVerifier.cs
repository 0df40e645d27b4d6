using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>Checks a page's signature as WeChat does, and finds out what went wrong where it can.</summary>
internal static class AccountJsSdkVerifier
{
    public static JsSdkVerdict Check(JsSdkSigned signed, Account account, AccountTickets tickets, SimulatedClock clock)
    {
        if (!Uri.TryCreate(signed.Url, UriKind.Absolute, out var page) || !WebDomain.Covers(account, page))
            return new(80001, "fail, invalid url domain", "AccountDomain", signed.Url);
        var known = tickets.Of(account);
        var (type, match) = known.FirstOrDefault(each => signed.IsSignedWith(each.Ticket.Value));
        if (match is null)
            return JsSdkVerifier.Explain(signed, [.. known.Where(each => each.Type == AccountTickets.JsApi).Select(each => each.Ticket)]);
        if (type != AccountTickets.JsApi)
            return new(63002, "fail, invalid signature", "CardTicket");
        return clock.Now < match.ExpiresAt ? JsSdkVerdict.Ok : new(42012, "fail, jsapi_ticket expired", "TicketExpired");
    }
}
