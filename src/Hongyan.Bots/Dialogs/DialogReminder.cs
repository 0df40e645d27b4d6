using Hongyan.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hongyan;

/// <summary>Reminds people of a question that waits for them, once. Lost rather than repeated where the process ends in between.</summary>
internal sealed partial class DialogReminder(IDialogStore dialogs, IOutbox outbox, BotRegistry bots, BotTexts texts, TimeProvider time, ILogger<DialogReminder> logger) : BackgroundService
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    /// <summary>The clock may be set while we wait, so nobody waits longer than this at once.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!bots.HaveDialogs)
            return;
        var written = dialogs.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = await RemindAsync(stoppingToken).ConfigureAwait(false);
            using var wait = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
            await Task.WhenAny(written, Task.Delay(pause, time, wait.Token)).ConfigureAwait(false);
            await wait.CancelAsync().ConfigureAwait(false);
            if (written.IsCompleted)
                written = dialogs.WaitAsync(stoppingToken);
        }
    }

    private async Task<TimeSpan> RemindAsync(CancellationToken stoppingToken)
    {
        try
        {
            var reminders = await dialogs.TakeRemindersAsync(stoppingToken).ConfigureAwait(false);
            if (reminders.Due.Count > 0)
                await outbox.AddAsync([.. reminders.Due.Select(due => new OutgoingMessage(due.Person, TextReply.Cut(texts.Get("DialogReminder"))))], stoppingToken).ConfigureAwait(false);
            if (reminders.NextAt is not { } next)
                return Timeout.InfiniteTimeSpan;
            var pause = next - time.GetUtcNow();
            return pause < TimeSpan.Zero ? TimeSpan.Zero : pause < LongestPause ? pause : LongestPause;
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return TimeSpan.Zero;
        }
        catch (StoreUnavailableException failure)
        {
            LogFailed(logger, failure.Message);
            return PauseAfterFailure;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Dialog: reminders cannot be read or written at the moment: {Reason}")]
    private static partial void LogFailed(ILogger logger, string reason);
}
