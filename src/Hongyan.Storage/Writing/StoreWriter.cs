using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace Hongyan.Storage.Writing;

/// <summary>
/// The one of this process who writes. What arrives while a commit is on its way to the disk goes into the next one together, so that many
/// messages share one wait for the disk.
/// </summary>
internal abstract partial class StoreWriter<TSession>(string database, StoreMetrics metrics, TimeProvider time, ILogger logger) : IAsyncDisposable
    where TSession : StoreSession
{
    /// <summary>How often a batch is written once more that stood in another process's way.</summary>
    private const int MostAttempts = 5;

    /// <summary>
    /// Where several are written at once, the next commit is put off for as long as one more arrives in each of these, so that more share
    /// it: a commit costs as much processor time as five messages do. Whoever writes alone does not wait.
    /// </summary>
    private static readonly TimeSpan GatherPause = TimeSpan.FromMilliseconds(1);

    private const int MostGatherPauses = 8;

    /// <summary>So many are written at once; those behind them are received meanwhile.</summary>
    private const int EnoughToCommit = 40;

    private readonly object _gate = new();
    private List<WriteOperation<TSession>> _waiting = [];
    private bool _isClosed;
    private TSession? _session;
    private Task _loop = Task.CompletedTask;
    private bool _isAbandoned;

    protected TimeProvider Time => time;

    /// <summary>Whether the last commit worked; for the page that says whether the server is ready.</summary>
    public bool IsHealthy { get; private set; } = true;

    /// <summary>Enough to make the disk's share small, and few enough that nobody waits long for the others.</summary>
    protected virtual int MostPerCommit => 512;

    /// <summary>Begins to write; the database is open.</summary>
    /// <remarks>On a thread of its own, because it spends its time waiting for the disk, and the thread pool is small.</remarks>
    public void Start() => _loop = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Writes, and ends when that is committed. Fails where an effect of the operation throws or the store does.</summary>
    /// <param name="work">What is to be written.</param>
    /// <param name="cancellationToken">Ends the waiting, not the writing.</param>
    /// <param name="conversation">Whose messages it touches; null where it touches none.</param>
    /// <exception cref="StoreUnavailableException">Nothing can be written at the moment; nothing was.</exception>
    public Task<T> WriteAsync<T>(Func<TSession, T> work, CancellationToken cancellationToken, long? conversation = null) =>
        WriteAsync(new WriteWork<TSession, T>(work, conversation), cancellationToken);

    /// <summary>As the other overload, for an operation of a class of its own.</summary>
    public Task<T> WriteAsync<T>(WriteOperation<TSession, T> operation, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_isClosed)
                return Task.FromException<T>(new StoreUnavailableException("The store is closed."));
            _waiting.Add(operation);
            if (_waiting.Count == 1)
                Monitor.Pulse(_gate);
        }
        return cancellationToken.CanBeCanceled ? operation.Result.WaitAsync(cancellationToken) : operation.Result;
    }

    /// <summary>Writes what has been asked for, and no more.</summary>
    public async ValueTask DisposeAsync()
    {
        lock (_gate)
        {
            _isClosed = true;
            Monitor.Pulse(_gate);
        }
        await _loop.ConfigureAwait(false);
    }

    /// <summary>What a process does that is killed: stops between two commits and tells nobody.</summary>
    internal async Task AbandonAsync()
    {
        Volatile.Write(ref _isAbandoned, true);
        await DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Opens the connection.</summary>
    protected abstract TSession Open();

    /// <summary>Opens the transaction.</summary>
    protected abstract void Begin(TSession session, WriteOperation<TSession>[] batch);

    /// <summary>Whether the same may work at once: nothing is wrong, somebody else was in the way.</summary>
    protected virtual bool IsWorthRepeating(Exception failure) => false;

    /// <summary>Whether the batch was committed although its commit failed.</summary>
    protected virtual bool WasCommitted(TSession session) => false;

    private void Run()
    {
        while (TakeWaiting() is { } waiting)
        {
            // One at a time arrives where one waits for the other; then there is nothing to gather.
            var areMany = waiting.Count > 1;
            foreach (var batch in waiting.Chunk(MostPerCommit))
            {
                if (!Volatile.Read(ref _isAbandoned))
                    Commit(batch);
            }
            if (areMany)
                Gather();
        }
        _session?.Dispose();
    }

    private void Gather()
    {
        var gathered = 0;
        for (var pause = 0; pause < MostGatherPauses; pause++)
        {
#pragma warning disable RS0030 // The thread is the writer's own and has nothing else to do.
            Thread.Sleep(GatherPause);
#pragma warning restore RS0030
            lock (_gate)
            {
                if (_waiting.Count == gathered || _waiting.Count >= EnoughToCommit)
                    return;
                gathered = _waiting.Count;
            }
        }
    }

    /// <summary>What has been asked for since the last time; null where nothing is and nothing more will be.</summary>
    private List<WriteOperation<TSession>>? TakeWaiting()
    {
        lock (_gate)
        {
            while (_waiting.Count == 0)
            {
                if (_isClosed)
                    return null;
                Monitor.Wait(_gate);
            }
            var waiting = _waiting;
            _waiting = new(waiting.Count);
            return waiting;
        }
    }

    private void Commit(WriteOperation<TSession>[] batch)
    {
        long? started = metrics.MeasuresCommits ? time.GetTimestamp() : null;
        for (var attempt = 1; Write(batch) is { } failure; attempt++)
        {
            var repeats = attempt < MostAttempts && IsWorthRepeating(failure);
            var wasCommitted = !repeats && _session is { } session && WasCommitted(session);
            // A connection that has failed may have lost its transaction, or its file; the next batch opens another one.
            _session?.Dispose();
            _session = null;
            if (repeats)
                continue;
            if (wasCommitted)
                break;
            Report(failure);
            Finish(batch, operation => operation.Fail(new StoreUnavailableException($"The database cannot be written: {failure.Message}", failure)));
            return;
        }

        if (started is { } begun)
            metrics.Committed(batch.Length, time.GetElapsedTime(begun));
        IsHealthy = true;
        Finish(batch, static operation => operation.Succeed());
    }

    /// <summary>Writes the batch.</summary>
    /// <returns>What went wrong; null where nothing did.</returns>
    private Exception? Write(WriteOperation<TSession>[] batch)
    {
        try
        {
            _session ??= Open();
            Begin(_session, batch);
            foreach (var operation in batch)
                operation.Execute(_session);
            _session.Commit();
            return null;
        }
#pragma warning disable CA1031 // Everybody who waits has to be told, whatever it is; the writer itself goes on.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return failure;
        }
    }

    /// <summary>Tells everybody who waits, while the next commit is on its way.</summary>
    private static void Finish(WriteOperation<TSession>[] batch, Action<WriteOperation<TSession>> tell) => ThreadPool.UnsafeQueueUserWorkItem(static finished =>
    {
        foreach (var operation in finished.batch)
            finished.tell(operation);
    }, (batch, tell), preferLocal: false);

    private void Report(Exception failure)
    {
        metrics.Failed();
        if (failure is not DbException)
            LogBroken(logger, failure);
        else if (IsHealthy)
            LogUnavailable(logger, database, failure.Message);
        IsHealthy = false;
    }

    [LoggerMessage(1, LogLevel.Error, "Store: {Database} cannot be written; callbacks are answered with 503 until it can: {Reason}")]
    private static partial void LogUnavailable(ILogger logger, string database, string reason);

    [LoggerMessage(2, LogLevel.Error, "Store: a write failed for a reason that is not the database's")]
    private static partial void LogBroken(ILogger logger, Exception failure);
}
