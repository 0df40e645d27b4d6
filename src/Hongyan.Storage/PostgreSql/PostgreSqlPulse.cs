using System.Security.Cryptography;
using Hongyan.Storage.Writing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hongyan.Storage.PostgreSql;

/// <summary>Keeps this process's lease alive, and takes over what the dead have left.</summary>
internal sealed partial class PostgreSqlPulse(
    PostgreSqlWriter writer, PostgreSqlNode node, PostgreSqlListener listener, PostgreSqlInbox inbox, PostgreSqlOutbox outbox, InboxReader reader,
    IOptions<PostgreSqlStoreOptions> options, ILogger<PostgreSqlPulse> logger, BotRegistry? bots = null) : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private Task _loop = Task.CompletedTask;
    private HashSet<string> _unadopted = [];

    /// <summary>Begins, after a first beat.</summary>
    /// <exception cref="HongyanStartupException">HY1013: what was left is encrypted with other keys.</exception>
    /// <exception cref="StoreUnavailableException">The database cannot be written.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await BeatAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (CryptographicException failure)
        {
            throw reader.WrongKeys(failure);
        }
        _loop = LoopAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested)
            return;
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stopping.Dispose();
    }

    private async Task LoopAsync()
    {
        // By no clock that can be set: the lease is the database's, and it runs in real time.
        using var timer = new PeriodicTimer(options.Value.Lease / 3);
        var left = listener.LeftAsync(_stopping.Token);
        var tick = timer.WaitForNextTickAsync(_stopping.Token).AsTask();
        while (true)
        {
            await (await Task.WhenAny(tick, left).ConfigureAwait(false)).ConfigureAwait(false);
            if (left.IsCompleted)
                left = listener.LeftAsync(_stopping.Token);
            if (tick.IsCompleted)
                tick = timer.WaitForNextTickAsync(_stopping.Token).AsTask();
            await BeatOrPostponeAsync().ConfigureAwait(false);
        }
    }

    private async Task BeatOrPostponeAsync()
    {
        try
        {
            await BeatAsync(_stopping.Token).ConfigureAwait(false);
        }
        catch (StoreUnavailableException)
        {
            // The writer has said so. The lease may end meanwhile; then others take over, and this process goes on as a new one.
        }
        catch (CryptographicException failure)
        {
            LogUnreadable(logger, failure.Message);
        }
    }

    private async Task BeatAsync(CancellationToken cancellationToken)
    {
        // Asked each time: an account may come while this process runs.
        var accounts = bots?.Accounts ?? [];
        var (left, unadopted) = await writer.WriteAsync(session =>
        {
            session.Nodes.Renew();
            return (session.Nodes.TakeOver(node, accounts, reader, inbox.Runs, outbox.Sends), session.Nodes.ReadUnadopted(accounts));
        }, cancellationToken).ConfigureAwait(false);
        Report(unadopted);
        inbox.Adopt(left);
        outbox.Wake();
    }

    /// <summary>Says of each account once that its messages wait, for as long as they do.</summary>
    private void Report(List<(string Account, long Messages)> unadopted)
    {
        foreach (var (account, messages) in unadopted.Where(each => !_unadopted.Contains(each.Account)))
            LogUnadopted(logger, messages, account);
        _unadopted = [.. unadopted.Select(each => each.Account)];
    }

    [LoggerMessage(1, LogLevel.Error, "Store: messages that another process left cannot be decrypted; do all processes have the same Data Protection keys? {Reason}")]
    private static partial void LogUnreadable(ILogger logger, string reason);

    [LoggerMessage(2, LogLevel.Warning, "Store: {Messages} messages that another process left wait for one that has account {Account}, which this one does not have")]
    private static partial void LogUnadopted(ILogger logger, long messages, string account);
}
