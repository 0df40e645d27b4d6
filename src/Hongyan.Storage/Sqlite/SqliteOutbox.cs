namespace Hongyan.Storage.Sqlite;

/// <summary>The outbox in SQLite.</summary>
internal sealed class SqliteOutbox(SqliteWriter writer) : IOutbox
{
    private readonly CommitSignal _signal = new();

    /// <summary>Says that something was committed to it.</summary>
    public void Wake() => _signal.Set();

    public Task WaitAsync(CancellationToken cancellationToken) => _signal.WaitAsync(cancellationToken);

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

    public async ValueTask<OutboxBatch> TakeAsync(int most, TimeSpan lifetime, CancellationToken cancellationToken) =>
        await writer.WriteAsync(session => session.Outbox.Take(most, lifetime), cancellationToken).ConfigureAwait(false);

    public async ValueTask RecordAsync(long id, OutboxResult result, CancellationToken cancellationToken) =>
        await writer.WriteAsync(session =>
        {
            session.Outbox.Record(id, result);
            return true;
        }, cancellationToken).ConfigureAwait(false);

    public async ValueTask<bool> ReopenAsync(long id, CancellationToken cancellationToken)
    {
        var isOpen = await writer.WriteAsync(session => session.Outbox.Reopen(id), cancellationToken).ConfigureAwait(false);
        Wake();
        return isOpen;
    }
}
