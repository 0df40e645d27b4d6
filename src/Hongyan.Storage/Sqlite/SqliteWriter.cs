using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Hongyan.Storage.Sqlite;

/// <summary>
/// The one who writes. What arrives while a commit is on its way to the disk goes into the next one together, so that many messages
/// share one wait for the disk.
/// </summary>
internal sealed partial class SqliteWriter(SqliteDatabase database, PayloadProtector protector, StoreMetrics metrics, TimeProvider time, ILogger<SqliteWriter> logger) : IAsyncDisposable
{
    /// <summary>Enough to make the disk's share small, and few enough that nobody waits long for the others.</summary>
    private const int MostPerCommit = 512;

    private readonly Channel<WriteOperation> _operations = Channel.CreateUnbounded<WriteOperation>(new UnboundedChannelOptions { SingleReader = true });
    private SqliteSession? _session;
    private Task _loop = Task.CompletedTask;
    private bool _isAbandoned;

    /// <summary>Whether the last commit worked; for the page that says whether the server is ready.</summary>
    public bool IsHealthy { get; private set; } = true;

    /// <summary>Begins to write; the database is open.</summary>
    public void Start() => _loop = Task.Run(RunAsync);

    /// <summary>Writes, and ends when that is committed. Fails where an effect of the operation throws or the store does.</summary>
    /// <exception cref="StoreUnavailableException">Nothing can be written at the moment; nothing was.</exception>
    public Task<T> WriteAsync<T>(Func<SqliteSession, T> work, CancellationToken cancellationToken)
    {
        var operation = new WriteOperation<T>(work);
        if (!_operations.Writer.TryWrite(operation))
            return Task.FromException<T>(new StoreUnavailableException("The store is closed."));
        return cancellationToken.CanBeCanceled ? operation.Result.WaitAsync(cancellationToken) : operation.Result;
    }

    /// <summary>Writes what has been asked for, and no more.</summary>
    public async ValueTask DisposeAsync()
    {
        _operations.Writer.TryComplete();
        await _loop.ConfigureAwait(false);
    }

    /// <summary>What a process does that is killed: stops between two commits and tells nobody.</summary>
    internal async Task AbandonAsync()
    {
        Volatile.Write(ref _isAbandoned, true);
        await DisposeAsync().ConfigureAwait(false);
    }

    private async Task RunAsync()
    {
        var batch = new List<WriteOperation>(MostPerCommit);
        while (await _operations.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (batch.Count < MostPerCommit && _operations.Reader.TryRead(out var operation))
                batch.Add(operation);
            if (!Volatile.Read(ref _isAbandoned))
                Commit(batch);
            batch.Clear();
        }
        _session?.Dispose();
    }

    private void Commit(List<WriteOperation> batch)
    {
        long? started = metrics.MeasuresCommits ? time.GetTimestamp() : null;
        try
        {
            _session ??= SqliteSession.Open(database.WriterConnectionString, protector, time);
            _session.Begin();
            foreach (var operation in batch)
                operation.Execute(_session);
            _session.Commit();
        }
#pragma warning disable CA1031 // Everybody who waits has to be told, whatever it is; the writer itself goes on.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Report(failure);
            // A connection that has failed may have lost its transaction, or its file; the next batch opens another one.
            _session?.Dispose();
            _session = null;
            foreach (var operation in batch)
                operation.Fail(new StoreUnavailableException($"The database cannot be written: {failure.Message}", failure));
            return;
        }

        if (started is { } begun)
            metrics.Committed(batch.Count, time.GetElapsedTime(begun));
        IsHealthy = true;
        foreach (var operation in batch)
            operation.Succeed();
    }

    private void Report(Exception failure)
    {
        metrics.Failed();
        if (failure is not SqliteException)
            LogBroken(logger, failure);
        else if (IsHealthy)
            LogUnavailable(logger, database.Path, failure.Message);
        IsHealthy = false;
    }

    [LoggerMessage(1, LogLevel.Error, "Store: {Path} cannot be written; callbacks are answered with 503 until it can: {Reason}")]
    private static partial void LogUnavailable(ILogger logger, string path, string reason);

    [LoggerMessage(2, LogLevel.Error, "Store: a write failed for a reason that is not the database's")]
    private static partial void LogBroken(ILogger logger, Exception failure);
}
