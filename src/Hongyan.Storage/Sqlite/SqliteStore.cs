using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hongyan.Storage.Sqlite;

/// <summary>The store as an application sees it: opened before anything else starts, and there for its own tables too.</summary>
public sealed partial class SqliteStore : IStore, IHostedLifecycleService, IDisposable
{
    private static readonly TimeSpan CleaningInterval = TimeSpan.FromHours(1);
    private const int DeletedAtOnce = 1000;

    private readonly SqliteDatabase _database;
    private readonly SqliteWriter _writer;
    private readonly SqliteOutbox _outbox;
    private readonly IOptions<SqliteStoreOptions> _options;
    private readonly TimeProvider _time;
    private readonly ILogger<SqliteStore> _logger;
    private readonly CancellationTokenSource _stopping = new();
    private Task _cleaning = Task.CompletedTask;

    internal SqliteStore(
        SqliteDatabase database, SqliteWriter writer, SqliteOutbox outbox, IOptions<SqliteStoreOptions> options, TimeProvider time, ILogger<SqliteStore> logger)
    {
        _database = database;
        _writer = writer;
        _outbox = outbox;
        _options = options;
        _time = time;
        _logger = logger;
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
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _cleaning = CleanAsync(_stopping.Token);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _cleaning.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <inheritdoc/>
    public void Dispose() => _stopping.Dispose();

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

    private async Task CleanAsync(CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(CleaningInterval, _time);
        do
        {
            try
            {
                await CleanOnceAsync(stopping).ConfigureAwait(false);
            }
            catch (StoreUnavailableException failure)
            {
                LogNotCleaned(_logger, failure.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stopping).ConfigureAwait(false));
    }

    [LoggerMessage(1, LogLevel.Warning, "Store: old messages could not be deleted this time: {Reason}")]
    private static partial void LogNotCleaned(ILogger logger, string reason);
}
