using System.Collections.Concurrent;
using Hongyan.Storage;
using Hongyan.Storage.PostgreSql;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Hongyan.Hub.Cluster;

/// <summary>
/// The nodes on one PostgreSQL. Each has a connection of its own for this: it hears NOTIFY on it and holds the locks of what it leads. Where
/// the connection is gone the database gives the locks to others, so this node stops leading then.
/// </summary>
internal sealed partial class PostgreSqlCluster(IOptions<PostgreSqlStoreOptions> options, ILogger<PostgreSqlCluster> logger) : BackgroundService, ICluster
{
    private const string Channel = "hongyan_cluster";

    /// <summary>How often a node that does not lead asks whether it may.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>In real time, as every wait here, whatever the clock of messages says: the locks are the database's.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Listener, bool> _listeners = new();
    private readonly ConcurrentDictionary<string, Role> _roles = new(StringComparer.Ordinal);

    public void Tell(StoreTransaction db, string topic) => db.Execute($"select pg_notify({Channel}, {topic})");

    public IDisposable Hear(string topic, Action heard)
    {
        var listener = new Listener(topic, heard, _listeners);
        _listeners[listener] = true;
        return listener;
    }

    public async Task LeadAsync(string role, Func<CancellationToken, Task> work, CancellationToken stoppingToken)
    {
        var own = _roles.GetOrAdd(role, static name => new Role(name));
        while (!stoppingToken.IsCancellationRequested)
        {
            var lead = await own.Leads.WaitAsync(stoppingToken);
            using var leading = CancellationTokenSource.CreateLinkedTokenSource(lead, stoppingToken);
            try
            {
                LogLeads(logger, role);
                await work(leading.Token);
            }
            catch (OperationCanceledException) when (leading.IsCancellationRequested)
            {
                // The process ends, or another node goes on.
            }
            catch (StoreUnavailableException failure)
            {
                LogInterrupted(logger, role, failure.Message);
            }
            if (!stoppingToken.IsCancellationRequested)
                await Task.Delay(Pause, TimeProvider.System, stoppingToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var pause = new PeriodicTimer(Pause);
        var wasLost = false;
        do
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString);
                await connection.OpenAsync(stoppingToken);
                await HearAndLeadAsync(connection, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is NpgsqlException or IOException or TimeoutException)
            {
                if (!wasLost)
                    LogLost(logger, failure.Message);
                wasLost = true;
            }
            finally
            {
                foreach (var role in _roles.Values)
                    role.Lose();
            }
        }
        while (await pause.WaitForNextTickAsync(CancellationToken.None) && !stoppingToken.IsCancellationRequested);
    }

    private string ConnectionString => new NpgsqlConnectionStringBuilder(options.Value.ConnectionString)
    {
        Pooling = false,
        ApplicationName = "Hongyan cluster",
        // Seconds. Sooner than the database, which notices after fifteen that a node is cut off.
        KeepAlive = 4,
        Options = "-c tcp_keepalives_idle=5 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=2",
    }.ConnectionString;

    private async Task HearAndLeadAsync(NpgsqlConnection connection, CancellationToken stoppingToken)
    {
        connection.Notification += (_, told) => Call(listener => listener.Topic == told.Payload);
        await using (var listen = new NpgsqlCommand($"listen {Channel}", connection))
            await listen.ExecuteNonQueryAsync(stoppingToken);
        // What was told before this nobody heard.
        Call(_ => true);
        while (true)
        {
            foreach (var role in _roles.Values.Where(role => !role.IsLed))
            {
                await using var ask = new NpgsqlCommand("select pg_try_advisory_lock(hashtextextended($1, 0))", connection) { Parameters = { new() { Value = $"hongyan:{role.Name}" } } };
                if (await ask.ExecuteScalarAsync(stoppingToken) is true)
                    role.Win();
            }
            await connection.WaitAsync(Interval, stoppingToken);
        }
    }

    private void Call(Func<Listener, bool> isMeant)
    {
        foreach (var listener in _listeners.Keys.Where(isMeant))
        {
            try
            {
                listener.Heard();
            }
#pragma warning disable CA1031 // The others want to hear it, too.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                LogDeaf(logger, failure, listener.Topic);
            }
        }
    }

    /// <summary>What this node leads, or waits to lead.</summary>
    private sealed class Role(string name) : IDisposable
    {
        private volatile TaskCompletionSource<CancellationToken> _leads = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private CancellationTokenSource? _lead;

        public string Name { get; } = name;

        public bool IsLed => _lead is not null;

        /// <summary>Ends once this node leads, with what says that it no longer does.</summary>
        public Task<CancellationToken> Leads => _leads.Task;

        public void Win()
        {
            _lead = new CancellationTokenSource();
            _leads.SetResult(_lead.Token);
        }

        public void Lose()
        {
            if (_lead is not { } lead)
                return;
            _leads = new(TaskCreationOptions.RunContinuationsAsynchronously);
            _lead = null;
            lead.Cancel();
            lead.Dispose();
        }

        public void Dispose() => Lose();
    }

    private sealed class Listener(string topic, Action heard, ConcurrentDictionary<Listener, bool> all) : IDisposable
    {
        public string Topic { get; } = topic;

        public Action Heard { get; } = heard;

        public void Dispose() => all.TryRemove(this, out _);
    }

    [LoggerMessage(1, LogLevel.Warning, "Cluster: the connection on which other nodes are heard is gone; it is opened again: {Reason}")]
    private static partial void LogLost(ILogger logger, string reason);

    [LoggerMessage(2, LogLevel.Information, "Cluster: this node leads {Role}")]
    private static partial void LogLeads(ILogger logger, string role);

    [LoggerMessage(3, LogLevel.Warning, "Cluster: {Role} was interrupted and begins again: {Reason}")]
    private static partial void LogInterrupted(ILogger logger, string role, string reason);

    [LoggerMessage(4, LogLevel.Error, "Cluster: what was told of {Topic} could not be taken")]
    private static partial void LogDeaf(ILogger logger, Exception failure, string topic);
}
