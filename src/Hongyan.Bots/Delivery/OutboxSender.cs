using System.Diagnostics;
using Hongyan.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hongyan;

/// <summary>
/// Sends what is in the outbox: at once when it is committed, in order for each person, several people at a time. A call that may have
/// taken effect is never repeated.
/// </summary>
internal sealed partial class OutboxSender(
    IOutbox outbox, IInbox inbox, BotRegistry bots, BotMetrics metrics, IOptions<BotOptions> options, TimeProvider time, ILogger<OutboxSender> logger) : BackgroundService
{
    /// <summary>Calls at one moment. More would only wait for the platform's own limits.</summary>
    private const int MostAtOnce = 16;

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause between two tries, and between two looks at the outbox while something waits in it.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>Until another process may have taken what this one has no account for.</summary>
    private static readonly TimeSpan PauseForOthers = TimeSpan.FromSeconds(15);

    private readonly SendLimits _limits = new(time);
    private readonly CommitSignal _finished = new();
    private int _sending;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var committed = outbox.WaitAsync(CancellationToken.None);
        var finished = _finished.WaitAsync(CancellationToken.None);
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = await SendDueAsync().ConfigureAwait(false);
            using var wait = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(committed, finished, Task.Delay(pause, time, wait.Token)).ConfigureAwait(false);
            await wait.CancelAsync().ConfigureAwait(false);
            if (committed.IsCompleted)
                committed = outbox.WaitAsync(CancellationToken.None);
            if (finished.IsCompleted)
                finished = _finished.WaitAsync(CancellationToken.None);
        }

        // What the last handlers left. A call that has begun is not cut off: nobody could say then whether it took effect.
        await SendDueAsync().ConfigureAwait(false);
        while (Volatile.Read(ref _sending) > 0)
        {
            await finished.ConfigureAwait(false);
            finished = _finished.WaitAsync(CancellationToken.None);
        }
    }

    /// <summary>Begins to send what is due.</summary>
    /// <returns>How long nothing else will be due, as far as is known.</returns>
    private async Task<TimeSpan> SendDueAsync()
    {
        var room = MostAtOnce - Volatile.Read(ref _sending);
        if (room <= 0)
            return Timeout.InfiniteTimeSpan;
        OutboxBatch batch;
        try
        {
            batch = await outbox.TakeAsync(room, options.Value.OutboxLifetime, CancellationToken.None).ConfigureAwait(false);
        }
        catch (StoreUnavailableException failure)
        {
            LogPostponed(logger, failure.Message);
            return FirstPause;
        }
        foreach (var entry in batch.Entries)
        {
            Interlocked.Increment(ref _sending);
            _ = SendAsync(entry);
        }
        if (batch.Entries.Count == room)
            return TimeSpan.Zero;
        if (batch.NextAt is not { } next)
            return Timeout.InfiniteTimeSpan;
        // The clock may be set while we wait: what is due at an hour that has moved away is looked at again all the same.
        var pause = next - time.GetUtcNow();
        return pause < TimeSpan.Zero ? TimeSpan.Zero : pause < LongestPause ? pause : LongestPause;
    }

    private async Task SendAsync(OutboxEntry entry)
    {
        try
        {
            var result = await TryAsync(entry).ConfigureAwait(false);
            Count(entry, result);
            await RecordAsync(entry, result).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _sending);
            _finished.Set();
        }
    }

    private async Task<OutboxResult> TryAsync(OutboxEntry entry)
    {
        if (bots.Find(entry.Message.To.Account)?.Sender is not { } sender)
            return LeaveToOthers();
        if (_limits.TryTake(entry.Message.To) is { } pause)
            return new OutboxResult(OutboxState.Pending) { NotBefore = time.GetUtcNow() + (pause < LongestPause ? pause : LongestPause), IsPostponed = true };

        using var span = BotTraces.Source.StartActivity("Deliver", ActivityKind.Producer);
        span?.SetTag(BotTraces.Account, entry.Message.To.Account).SetTag(BotTraces.HandOver, "active");
        try
        {
            return Judge(entry, await sender.SendAsync(entry.Message, CancellationToken.None).ConfigureAwait(false));
        }
#pragma warning disable CA1031 // Somebody else's code; whatever it threw, the call may have been made.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            span.Fail(failure);
            return new OutboxResult(OutboxState.Unknown) { Error = failure.Message };
        }
    }

    /// <summary>Nobody here sends for the account. While a new account is being rolled out, another process does already.</summary>
    private OutboxResult LeaveToOthers()
    {
        const string Reason = "This process has no such account, or the account cannot send.";
        return inbox.IsShared
            ? new(OutboxState.Pending) { NotBefore = time.GetUtcNow() + PauseForOthers, IsPostponed = true, Error = Reason }
            : new(OutboxState.Failed) { Error = Reason };
    }

    private OutboxResult Judge(OutboxEntry entry, SendResult sent) => sent.Outcome switch
    {
        SendOutcome.Sent => new(OutboxState.Sent) { MessageId = sent.MessageId },
        SendOutcome.Unknown => new(OutboxState.Unknown) { Error = sent.Error },
        SendOutcome.NotTaken => new(OutboxState.Pending) { NotBefore = time.GetUtcNow() + Pause(entry.Attempt, sent.RetryAfter), ErrorCode = sent.ErrorCode, Error = sent.Error },
        _ => new(OutboxState.Failed) { ErrorCode = sent.ErrorCode, Error = sent.Error },
    };

    private static TimeSpan Pause(int attempt, TimeSpan? asked)
    {
        var pause = FirstPause * Math.Pow(2, Math.Min(attempt - 1, 10));
        if (pause < asked)
            pause = asked.Value;
        return pause < LongestPause ? pause : LongestPause;
    }

    /// <summary>
    /// Writes the result until it is written. Where the process ends first, the next one finds the message in
    /// <see cref="OutboxState.Sending"/> and calls it unknown.
    /// </summary>
    private async Task RecordAsync(OutboxEntry entry, OutboxResult result)
    {
        while (true)
        {
            try
            {
                await outbox.RecordAsync(entry.Id, result, CancellationToken.None).ConfigureAwait(false);
                return;
            }
            catch (StoreUnavailableException failure)
            {
                LogPostponed(logger, failure.Message);
            }
            await Task.Delay(FirstPause, time).ConfigureAwait(false);
        }
    }

    private void Count(OutboxEntry entry, OutboxResult result)
    {
        switch (result.State)
        {
            case OutboxState.Sent:
                metrics.Sent(entry.Message.To.Account, time.GetUtcNow() - entry.CreatedAt);
                break;
            case OutboxState.Pending when result is { IsPostponed: true, Error: { } reason }:
                LogLeft(logger, entry.Id, entry.Message.To.Account, reason);
                break;
            case OutboxState.Pending when !result.IsPostponed:
                metrics.Retry(entry.Message.To.Account);
                LogRetry(logger, entry.Id, entry.Message.To.Account, entry.Attempt, result.Error);
                break;
            case OutboxState.Failed or OutboxState.Unknown:
                metrics.NotSent(entry.Message.To.Account, result.State.ToString());
                LogNotSent(logger, entry.Id, entry.Message.To.Account, result.State, result.ErrorCode, result.Error);
                break;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Send: message {Id} of account {Account} was not taken at try {Attempt} and is sent again: {Reason}")]
    private static partial void LogRetry(ILogger logger, long id, string account, int attempt, string? reason);

    [LoggerMessage(2, LogLevel.Error, "Send: message {Id} of account {Account} is {State} ({Code}): {Reason}")]
    private static partial void LogNotSent(ILogger logger, long id, string account, OutboxState state, int? code, string? reason);

    [LoggerMessage(3, LogLevel.Warning, "Send: the outbox cannot be read or written at the moment: {Reason}")]
    private static partial void LogPostponed(ILogger logger, string reason);

    [LoggerMessage(4, LogLevel.Warning, "Send: message {Id} of account {Account} is left to another process: {Reason}")]
    private static partial void LogLeft(ILogger logger, long id, string account, string reason);
}
