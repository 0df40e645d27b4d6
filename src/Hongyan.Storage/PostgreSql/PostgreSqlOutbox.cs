using System.Collections.Concurrent;

namespace Hongyan.Storage.PostgreSql;

/// <summary>The outbox in PostgreSQL. Whichever process takes a message sends it; nobody else takes one of the same person meanwhile.</summary>
internal sealed class PostgreSqlOutbox(PostgreSqlWriter writer) : IOutbox
{
    private readonly CommitSignal _signal = new();

    // Taken and not yet recorded.
    private readonly ConcurrentDictionary<long, bool> _sending = new();

    /// <summary>Says that something may be due: it was committed here, or it is time to look at what others left.</summary>
    public void Wake() => _signal.Set();

    public Task WaitAsync(CancellationToken cancellationToken) => _signal.WaitAsync(cancellationToken);

    /// <summary>Whether this process is sending a message.</summary>
    public bool Sends(long id) => _sending.ContainsKey(id);

    public async ValueTask AddAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancellationToken)
    {
        await writer.WriteAsync(session =>
        {
            foreach (var message in messages)
                session.Outbox.Add(message, inboxId: null);
            return true;
        }, cancellationToken).ConfigureAwait(false);
        Wake();
    }

    public async ValueTask<OutboxBatch> TakeAsync(int most, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        OutboxBatch? taken = null;
        var isCommitted = false;
        try
        {
            var batch = await writer.WriteAsync(session =>
            {
                // Written once more where the first time was undone.
                Forget(taken);
                taken = session.Outbox.Take(most, lifetime);
                foreach (var entry in taken.Entries)
                    _sending[entry.Id] = true;
                return taken;
            }, cancellationToken).ConfigureAwait(false);
            isCommitted = true;
            return batch;
        }
        finally
        {
            if (!isCommitted)
                Forget(taken);
        }
    }

    public async ValueTask RecordAsync(long id, OutboxResult result, CancellationToken cancellationToken)
    {
        await writer.WriteAsync(session =>
        {
            session.Outbox.Record(id, result);
            return true;
        }, cancellationToken).ConfigureAwait(false);
        _sending.TryRemove(id, out _);
    }

    public async ValueTask<bool> ReopenAsync(long id, CancellationToken cancellationToken)
    {
        var isOpen = await writer.WriteAsync(session => session.Outbox.Reopen(id), cancellationToken).ConfigureAwait(false);
        Wake();
        return isOpen;
    }

    private void Forget(OutboxBatch? taken)
    {
        foreach (var entry in taken?.Entries ?? [])
            _sending.TryRemove(entry.Id, out _);
    }
}
