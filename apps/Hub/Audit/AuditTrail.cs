using Hongyan.Hub.Storage;
using Hongyan.Storage;

namespace Hongyan.Hub.Audit;

/// <summary>Who changed what (审计). Lines are added and never changed; the database holds that.</summary>
public sealed class AuditTrail
{
    private const int LongestText = 4000;

    private readonly IHubStore _store;
    private readonly TimeProvider _time;

    internal AuditTrail(IHubStore store, TimeProvider time)
    {
        _store = store;
        _time = time;
    }

    /// <summary>Adds a line in the transaction of the change itself, so that neither is there without the other.</summary>
    /// <param name="db">The open transaction, such as <c>IStore.WriteAsync</c> gives it.</param>
    /// <param name="entry">The line.</param>
    public void Write(StoreTransaction db, AuditEntry entry)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(entry);
        var (who, action, target) = entry;
        db.Execute($"""
            insert into hub_audit (At, ActorId, Actor, Action, Target, Before, After, Address)
            values ({_time.GetUtcNow().ToUnixTimeMilliseconds()}, {who.Id}, {who.Name}, {action}, {Cut(target)}, {Cut(entry.Before)}, {Cut(entry.After)}, {entry.Address})
            """);
    }

    /// <summary>Adds a line about something that is no change in the database, such as looking at what a person wrote.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be written at the moment; then it must not be done either.</exception>
    public Task WriteAsync(AuditEntry entry, CancellationToken cancellationToken) => _store.WriteAsync(db => Write(db, entry), cancellationToken);

    private static string? Cut(string? text) => text is { Length: > LongestText } ? text[..LongestText] + "…" : text;
}
