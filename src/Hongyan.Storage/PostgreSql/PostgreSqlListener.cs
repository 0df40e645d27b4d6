using System.Globalization;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Hongyan.Storage.PostgreSql;

/// <summary>
/// Hears what other processes say, on a connection of its own that also shows them that this process is there. What is said while it is
/// cut off is missed; everybody who waits looks by himself, too.
/// </summary>
internal sealed partial class PostgreSqlListener(PostgreSqlDatabase database, PostgreSqlNode node, ConversationSignals signals, ILogger<PostgreSqlListener> logger) : IAsyncDisposable
{
    /// <summary>What a process says that leaves.</summary>
    public const string Farewell = "farewell";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stopping = new();
    private readonly CommitSignal _left = new();
    private Task _loop = Task.CompletedTask;

    /// <summary>Connects. Ends when the others can see that this process is there.</summary>
    /// <exception cref="NpgsqlException">The database cannot be reached.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var connection = await ConnectAsync(cancellationToken).ConfigureAwait(false);
        _loop = ListenAsync(connection);
    }

    /// <summary>Ends when a process has left.</summary>
    public Task LeftAsync(CancellationToken cancellationToken) => _left.WaitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested)
            return;
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private async Task ListenAsync(NpgsqlConnection first)
    {
        var connection = first;
        using var pause = new PeriodicTimer(Pause);
        while (true)
        {
            try
            {
                await using (connection.ConfigureAwait(false))
                {
                    while (true)
                        await connection.WaitAsync(_stopping.Token).ConfigureAwait(false);
                }
            }
            catch (NpgsqlException failure)
            {
                LogLost(logger, database.Name, failure.Message);
            }
            connection = await ReconnectAsync(pause).ConfigureAwait(false);
            // What was said meanwhile nobody heard.
            signals.SetAll();
            _left.Set();
        }
    }

    private async Task<NpgsqlConnection> ReconnectAsync(PeriodicTimer pause)
    {
        while (true)
        {
            await pause.WaitForNextTickAsync(_stopping.Token).ConfigureAwait(false);
            try
            {
                return await ConnectAsync(_stopping.Token).ConfigureAwait(false);
            }
            catch (NpgsqlException)
            {
                // Said once, when it was lost.
            }
        }
    }

    private async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(database.ListenerConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            connection.Notification += (_, notice) => Hear(notice.Payload);
            var command = new NpgsqlCommand($"select pg_try_advisory_lock_shared(hashtextextended('{node.Process}', 0)); listen {PostgreSqlSession.Channel}", connection);
            await using var _ = command.ConfigureAwait(false);
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private void Hear(string notice)
    {
        if (notice == Farewell)
        {
            _left.Set();
            return;
        }
        foreach (var number in notice.Split(','))
        {
            if (long.TryParse(number, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var conversation))
                signals.Set(conversation);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Store: the connection to {Database} on which other processes are heard is gone; it is opened again: {Reason}")]
    private static partial void LogLost(ILogger logger, string database, string reason);
}
