using Hongyan.Storage.Writing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Hongyan.Storage.PostgreSql;

/// <summary>The store as an application sees it: opened before anything else starts, and there for its own tables too.</summary>
public sealed class PostgreSqlStore : IStore, IHostedLifecycleService
{
    private const int MostAttemptsAtStart = 5;

    private readonly PostgreSqlDatabase _database;
    private readonly PostgreSqlWriter _writer;
    private readonly PostgreSqlOutbox _outbox;
    private readonly PostgreSqlListener _listener;
    private readonly PostgreSqlPulse _pulse;
    private readonly IOptions<PostgreSqlStoreOptions> _options;
    private bool _isWriting;

    internal PostgreSqlStore(
        PostgreSqlDatabase database, PostgreSqlWriter writer, PostgreSqlOutbox outbox, PostgreSqlListener listener, PostgreSqlPulse pulse, IOptions<PostgreSqlStoreOptions> options)
    {
        _database = database;
        _writer = writer;
        _outbox = outbox;
        _listener = listener;
        _pulse = pulse;
        _options = options;
    }

    /// <inheritdoc/>
    public bool IsHealthy => _writer.IsHealthy;

    /// <inheritdoc/>
    public async Task WriteAsync(Action<StoreTransaction> write, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(write);
        var (sends, failure) = await _writer.WriteAsync(session => Write(session, write), cancellationToken).ConfigureAwait(false);
        if (failure is not null)
            throw new StoreUnavailableException($"The database cannot be written: {failure.Message}", failure);
        if (sends)
            _outbox.Wake();
    }

    /// <summary>Creates or migrates the database where that is due, and begins to write.</summary>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await _database.OpenAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await PatientlyAsync(() => _listener.StartAsync(cancellationToken)).ConfigureAwait(false);
            _writer.Start();
            _isWriting = true;
            await PatientlyAsync(() => _pulse.StartAsync(cancellationToken)).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is NpgsqlException or StoreUnavailableException)
        {
            throw new HongyanStartupException("HY1013", $"The database {_database.Name} cannot be used: {failure.Message}");
        }
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Leaves what is not done to the other processes, which need not wait until the lease is over.</summary>
    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        await _pulse.DisposeAsync().ConfigureAwait(false);
        if (_isWriting)
            await LeaveAsync(cancellationToken).ConfigureAwait(false);
        await _listener.DisposeAsync().ConfigureAwait(false);
    }

    private async Task LeaveAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _writer.WriteAsync(session =>
            {
                session.Nodes.Leave();
                session.Notify(PostgreSqlListener.Farewell);
                return true;
            }, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (failure is StoreUnavailableException or OperationCanceledException)
        {
            // Then they wait.
        }
    }

    /// <summary>Deletes what is older than <see cref="PostgreSqlStoreOptions.KeepFor"/>.</summary>
    internal Task CleanOnceAsync(CancellationToken cancellationToken) => StoreRetention.CleanAsync(_writer, _options.Value.KeepFor, cancellationToken);

    /// <summary>A server that is busy, or that started a moment ago, may need more than a callback has time for.</summary>
    private static async Task PatientlyAsync(Func<Task> begin)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await begin().ConfigureAwait(false);
                return;
            }
            catch (Exception failure) when (attempt < MostAttemptsAtStart && failure is NpgsqlException or StoreUnavailableException)
            {
                // Each took as long as a write may.
            }
        }
    }

    private static (bool Sends, Exception? Failure) Write(PostgreSqlSession session, Action<StoreTransaction> write)
    {
        var sends = false;
        // A statement that fails would otherwise take everybody's commit along.
        var failure = session.Guard(() => write(new StoreTransaction(session.Transaction, message =>
        {
            session.Outbox.Add(message, message.CausedBy);
            sends = true;
        })));
        return (sends && failure is null, failure);
    }
}
