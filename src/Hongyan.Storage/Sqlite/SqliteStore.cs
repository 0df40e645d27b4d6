using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Hongyan.Storage.Sqlite;

/// <summary>The store as an application sees it: opened before anything else starts, and there for its own tables too.</summary>
public sealed class SqliteStore : IStore, IHostedLifecycleService
{
    private const int DeletedAtOnce = 1000;

    private readonly SqliteDatabase _database;
    private readonly SqliteWriter _writer;
    private readonly SqliteOutbox _outbox;
    private readonly IOptions<SqliteStoreOptions> _options;
    private readonly TimeProvider _time;

    internal SqliteStore(
        SqliteDatabase database, SqliteWriter writer, SqliteOutbox outbox, IOptions<SqliteStoreOptions> options, TimeProvider time)
    {
        _database = database;
        _writer = writer;
        _outbox = outbox;
        _options = options;
        _time = time;
    }

    /// <inheritdoc/>
    public bool IsHealthy => _writer.IsHealthy;

    /// <inheritdoc/>
    public async Task WriteAsync(Action<StoreTransaction> write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(write);
        var sends = await _writer.WriteAsync(session =>
        {
            var sent = false;
            write(new StoreTransaction(session.Transaction, message =>
            {
                session.Outbox.Add(message, inboxId: null);
                sent = true;
            }));
            return sent;
        }, cancellationToken).ConfigureAwait(false);
        if (sends)
            _outbox.Wake();
    }

    /// <summary>Creates or migrates the database where that is due, and begins to write.</summary>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _database.Open();
        _writer.Start();
        // Before the sender starts: what it finds as being sent was left behind by an earlier process, and not by itself.
        return _writer.WriteAsync(session =>
        {
            session.Outbox.GiveUpInterrupted();
            return true;
        }, cancellationToken);
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Deletes what is older than <see cref="SqliteStoreOptions.KeepFor"/>: what people wrote, first of all.</summary>
    internal async Task CleanOnceAsync(CancellationToken cancellationToken)
    {
        var old = (_time.GetUtcNow() - _options.Value.KeepFor).ToUnixTimeMilliseconds();
        int deleted;
        do
        {
            // A little at a time, so that messages get their turn in between.
            deleted = await _writer.WriteAsync(session =>
            {
                var db = new StoreTransaction(session.Transaction);
                return db.Execute($"delete from bots_inbox where Id in (select Id from bots_inbox where State = 1 and ReceivedAt < {old} order by Id limit {DeletedAtOnce})")
                    + db.Execute($"update bots_inbox set Raw = null, Answer = null where State <> 1 and State = 2 and ReceivedAt < {old} and Raw is not null")
                    + db.Execute($"delete from bots_outbox where Id in (select Id from bots_outbox where State >= 2 and FinishedAt < {old} order by Id limit {DeletedAtOnce})");
            }, cancellationToken).ConfigureAwait(false);
        }
        while (deleted >= DeletedAtOnce);
    }
}
