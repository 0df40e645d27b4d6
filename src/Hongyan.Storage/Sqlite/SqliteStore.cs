using Hongyan.Storage.Writing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Hongyan.Storage.Sqlite;

/// <summary>The store as an application sees it: opened before anything else starts, and there for its own tables too.</summary>
public sealed class SqliteStore : IStore, IHostedLifecycleService
{
    private readonly SqliteDatabase _database;
    private readonly SqliteWriter _writer;
    private readonly SqliteOutbox _outbox;
    private readonly IOptions<SqliteStoreOptions> _options;

    internal SqliteStore(
        SqliteDatabase database, SqliteWriter writer, SqliteOutbox outbox, IOptions<SqliteStoreOptions> options)
    {
        _database = database;
        _writer = writer;
        _outbox = outbox;
        _options = options;
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
                session.Outbox.Add(message, message.CausedBy);
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
    internal Task CleanOnceAsync(CancellationToken cancellationToken) => StoreRetention.CleanAsync(_writer, _options.Value.KeepFor, cancellationToken);
}
