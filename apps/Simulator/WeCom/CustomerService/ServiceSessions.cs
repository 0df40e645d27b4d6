using Hongyan.Simulator.Live;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>The sessions between customers and accounts, and everything that was said and happened in them.</summary>
public sealed class ServiceSessions(SimulatedClock clock, LiveFeed feed)
{
    private const int Capacity = 10_000;

    /// <summary>How long sync_msg remembers.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(3);

    private readonly Lock _lock = new();
    private readonly Dictionary<(string OpenKfId, string ExternalUserId), ServiceSession> _sessions = [];
    private readonly List<ServiceEntry> _entries = [];
    private long _lastNumber;

    /// <summary>The session as it is now; one that was never begun is ended.</summary>
    public ServiceSession Find(string openKfId, string externalUserId)
    {
        lock (_lock)
            return Get(openKfId, externalUserId);
    }

    /// <summary>The sessions of an account, the one that was last active first.</summary>
    public IReadOnlyList<ServiceSession> Of(string openKfId)
    {
        lock (_lock)
        {
            return [.. _sessions.Values.Where(session => session.OpenKfId == openKfId).Select(session => session.At(clock.Now))
                .OrderByDescending(session => session.WroteAt ?? session.EnteredAt)];
        }
    }

    /// <summary>Changes a session in one step; null refuses the change.</summary>
    /// <returns>The session before and after; after is null when the change was refused.</returns>
    public (ServiceSession Before, ServiceSession? After) Change(string openKfId, string externalUserId, Func<ServiceSession, ServiceSession?> change)
    {
        ServiceSession before;
        ServiceSession? after;
        lock (_lock)
        {
            before = Get(openKfId, externalUserId);
            after = change(before);
            if (after is not null)
                _sessions[(openKfId, externalUserId)] = after;
        }
        if (after is not null)
            feed.Publish(new ServiceChange(openKfId, externalUserId));
        return (before, after);
    }

    /// <summary>Adds an entry and gives it its number.</summary>
    public ServiceEntry Add(ServiceEntry entry)
    {
        lock (_lock)
        {
            entry = entry with { Number = ++_lastNumber };
            _entries.Add(entry);
            if (_entries.Count > Capacity)
                _entries.RemoveAt(0);
        }
        feed.Publish(new ServiceChange(entry.OpenKfId, entry.ExternalUserId));
        return entry;
    }

    /// <summary>Replaces an entry by what has become of it.</summary>
    public void Save(ServiceEntry entry)
    {
        lock (_lock)
        {
            var index = _entries.FindIndex(each => each.Number == entry.Number);
            if (index < 0)
                return;
            _entries[index] = entry;
        }
        feed.Publish(new ServiceChange(entry.OpenKfId, entry.ExternalUserId));
    }

    /// <summary>What was said and happened between a customer and an account, oldest first.</summary>
    public IReadOnlyList<ServiceEntry> Read(string openKfId, string externalUserId)
    {
        lock (_lock)
            return [.. _entries.Where(entry => entry.OpenKfId == openKfId && entry.ExternalUserId == externalUserId)];
    }

    /// <summary>Whether an account has a message of this id.</summary>
    public bool HasMessage(string openKfId, string messageId)
    {
        lock (_lock)
            return _entries.Any(entry => entry.OpenKfId == openKfId && entry.MessageId == messageId);
    }

    /// <summary>What sync_msg gives: entries of three days behind a cursor, but not those that the API sent.</summary>
    public (IReadOnlyList<ServiceEntry> Entries, bool HasMore) ReadSince(long cursor, Func<ServiceEntry, bool> fits, int limit)
    {
        lock (_lock)
        {
            var oldest = clock.Now - Memory;
            var found = _entries.Where(entry => entry.Number > cursor && entry.Origin != ServiceOrigin.Api && entry.Time >= oldest && fits(entry))
                .Take(limit + 1).ToList();
            return found.Count > limit ? (found[..limit], true) : (found, false);
        }
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _sessions.Clear();
            _entries.Clear();
        }
    }

    private ServiceSession Get(string openKfId, string externalUserId) =>
        _sessions.TryGetValue((openKfId, externalUserId), out var session)
            ? session.At(clock.Now)
            : new() { OpenKfId = openKfId, ExternalUserId = externalUserId };
}
