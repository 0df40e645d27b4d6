using System.Security.Cryptography;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>The codes of sign-ins, each good once and for five minutes, and the tickets that some are changed for, good for thirty; on the simulator's clock.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/91022, 91023, 95833.</remarks>
public sealed class OAuthCodes(SimulatedClock clock)
{
    /// <summary>How long a code is good for.</summary>
    public static readonly TimeSpan CodeLifetime = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan TicketLifetime = TimeSpan.FromMinutes(30);

    private const int Capacity = 1000;
    private const int CodeLength = 43;
    private const int TicketLength = 86;
    private const string Characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (OAuthGrant Grant, DateTimeOffset ExpiresAt)> _codes = [];
    private readonly Dictionary<string, (string App, string UserId, DateTimeOffset ExpiresAt)> _tickets = [];
    private readonly Queue<string> _oldestCodes = [];
    private readonly Queue<string> _oldestTickets = [];

    /// <summary>A code for somebody who has just signed in.</summary>
    public string Issue(OAuthGrant grant)
    {
        var code = RandomNumberGenerator.GetString(Characters, CodeLength);
        lock (_lock)
            Keep(_codes, _oldestCodes, code, (grant, clock.Now + CodeLifetime));
        return code;
    }

    /// <summary>What a code stands for; null when there is none, it is too old or has been used. From now on it has been used.</summary>
    public OAuthGrant? Redeem(string code, WeComApp app)
    {
        lock (_lock)
        {
            // An app that asks with another's code does not use it up.
            if (!_codes.TryGetValue(code, out var found) || (found.Grant.AgentId is { } agentId && agentId != app.AgentId))
                return null;
            _codes.Remove(code);
            return clock.Now < found.ExpiresAt ? found.Grant : null;
        }
    }

    /// <summary>A ticket by which the app can ask what the member agreed to tell.</summary>
    public string IssueTicket(WeComApp app, string userId)
    {
        var ticket = RandomNumberGenerator.GetString(Characters, TicketLength);
        lock (_lock)
            Keep(_tickets, _oldestTickets, ticket, (app.Name, userId, clock.Now + TicketLifetime));
        return ticket;
    }

    /// <summary>Whose ticket it is, and whether its thirty minutes are over; null when it is none of this app's.</summary>
    public (string UserId, bool IsExpired)? FindTicket(string ticket, WeComApp app)
    {
        lock (_lock)
            return _tickets.TryGetValue(ticket, out var found) && found.App == app.Name ? (found.UserId, clock.Now >= found.ExpiresAt) : null;
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _codes.Clear();
            _tickets.Clear();
            _oldestCodes.Clear();
            _oldestTickets.Clear();
        }
    }

    private static void Keep<T>(Dictionary<string, T> all, Queue<string> oldestFirst, string key, T value)
    {
        all.Add(key, value);
        oldestFirst.Enqueue(key);
        if (oldestFirst.Count > Capacity)
            all.Remove(oldestFirst.Dequeue());
    }
}
