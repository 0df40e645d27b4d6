using System.Security.Cryptography;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>The tickets by which pages are signed for the JS-SDK: one for the company, one for each app; two hours on the simulator's clock.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90506, 94313.</remarks>
public sealed class JsSdkTickets(SimulatedClock clock)
{
    /// <summary>How often an app may ask for tickets in an hour.</summary>
    public const int MaxPerHour = 100;

    private const string Characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private const int TicketLength = 86;

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(7200);

    private readonly Lock _lock = new();
    private readonly List<JsSdkTicket> _tickets = [];
    private readonly Dictionary<string, Queue<DateTimeOffset>> _askedBy = [];

    /// <summary>The ticket and the seconds it still has; null when the app has asked too often.</summary>
    /// <param name="asking">The app that asks.</param>
    /// <param name="ofApp">Whether it is the app's own; otherwise it is the company's.</param>
    internal (string Ticket, int ExpiresIn)? Issue(WeComApp asking, bool ofApp)
    {
        lock (_lock)
        {
            var now = clock.Now;
            if (!MayAsk(asking.Name, now))
                return null;
            var owner = ofApp ? asking.Name : null;
            var ticket = _tickets.FindLast(each => each.App == owner && now < each.ExpiresAt);
            if (ticket is null)
            {
                // An old one is remembered, so that it can be told from one that never was.
                _tickets.RemoveAll(each => each.ExpiresAt + Lifetime < now);
                ticket = new(RandomNumberGenerator.GetString(Characters, TicketLength), owner, now + Lifetime);
                _tickets.Add(ticket);
            }
            return (ticket.Value, (int)Math.Min(Lifetime.TotalSeconds, (ticket.ExpiresAt - now).TotalSeconds));
        }
    }

    /// <summary>All tickets that are remembered, the newest first.</summary>
    internal IReadOnlyList<JsSdkTicket> All
    {
        get
        {
            lock (_lock)
                return [.. _tickets.AsEnumerable().Reverse()];
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _tickets.Clear();
            _askedBy.Clear();
        }
    }

    private bool MayAsk(string app, DateTimeOffset now)
    {
        if (!_askedBy.TryGetValue(app, out var asked))
            _askedBy.Add(app, asked = new());
        while (asked.TryPeek(out var oldest) && oldest + TimeSpan.FromHours(1) <= now)
            asked.Dequeue();
        if (asked.Count >= MaxPerHour)
            return false;
        asked.Enqueue(now);
        return true;
    }
}
