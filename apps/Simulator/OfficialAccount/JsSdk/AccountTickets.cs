using System.Security.Cryptography;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>The tickets by which an account's pages are signed: jsapi for the JS-SDK, wx_card for cards; two hours on the simulator's clock.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/JS-SDK.html.</remarks>
public sealed class AccountTickets(SimulatedClock clock)
{
    /// <summary>The kind that signs for the JS-SDK.</summary>
    public const string JsApi = "jsapi";

    private const string Characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private const int TicketLength = 86;

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(7200);

    private readonly Lock _lock = new();
    private readonly List<(string Type, JsSdkTicket Ticket)> _tickets = [];

    /// <summary>The ticket of a kind, and the seconds it still has.</summary>
    public (string Ticket, int ExpiresIn) Issue(Account account, string type)
    {
        lock (_lock)
        {
            var now = clock.Now;
            var ticket = _tickets.FindLast(each => each.Type == type && each.Ticket.App == account.Name && now < each.Ticket.ExpiresAt).Ticket;
            if (ticket is null)
            {
                // An old one is remembered, so that it can be told from one that never was.
                _tickets.RemoveAll(each => each.Ticket.ExpiresAt + Lifetime < now);
                ticket = new(RandomNumberGenerator.GetString(Characters, TicketLength), account.Name, now + Lifetime);
                _tickets.Add((type, ticket));
            }
            return (ticket.Value, (int)Math.Min(Lifetime.TotalSeconds, (ticket.ExpiresAt - now).TotalSeconds));
        }
    }

    /// <summary>All tickets of an account that are remembered, the newest first.</summary>
    internal IReadOnlyList<(string Type, JsSdkTicket Ticket)> Of(Account account)
    {
        lock (_lock)
            return [.. _tickets.Where(each => each.Ticket.App == account.Name).Reverse()];
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
            _tickets.Clear();
    }
}
