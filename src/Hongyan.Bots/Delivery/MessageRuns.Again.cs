using Hongyan.Storage;

namespace Hongyan;

/// <summary>What is run once more: what an earlier process left, what another one leaves, and what a person asks for.</summary>
internal sealed partial class MessageRuns
{
    /// <summary>Remembers what an earlier process answered and runs again what it left without an outcome.</summary>
    public async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (!inbox.IsDurable)
            LogInMemory(logger);
        foreach (var bot in bots.Silent)
            LogSilent(logger, bot.Account.Name, bot.Platform.WhatSendingTakes);
        var content = await inbox.OpenAsync(options.Value.DuplicateWindow, cancellationToken).ConfigureAwait(false);
        foreach (var stored in content.Answered)
        {
            var delivery = deduplicator.Join(stored.Key, stored.Conversation, out _);
            deduplicator.Complete(delivery, stored.Answer, stored.HandOver);
            if (stored.HandOver == HandOver.Waiting && !inbox.IsShared)
                _waiting.Add(delivery, time.GetUtcNow());
        }
        foreach (var pending in content.Pending)
            RunAgain(pending);
        if (content.Pending.Count > 0)
            LogRecovered(logger, content.Pending.Count);
        if (inbox.IsShared)
            _ = TakeOverAsync();
    }

    /// <summary>Runs a dead letter once more, as a person asked.</summary>
    /// <returns>False where it is none, its payload is deleted or its account is gone.</returns>
    public async Task<bool> RetryAsync(MessageKey key, CancellationToken cancellationToken)
    {
        if (bots.Find(key.Account) is null || await inbox.ReopenAsync(key, cancellationToken).ConfigureAwait(false) is not { } pending)
            return false;
        deduplicator.Forget(key);
        RunAgain(pending);
        return true;
    }

    private void RunAgain(PendingMessage pending)
    {
        var message = pending.Message;
        if (bots.Find(message.Key.Account) is not { } bot)
        {
            LogAccountGone(logger, message.Key.Account);
            return;
        }
        bot.Start();
        var delivery = deduplicator.Join(message.Key, message.Conversation, out _);
        delivery.Accept();
        var run = new HandlerRun(bot, bot.Parse(message.Raw), delivery, message.ReceivedAt);
        Interlocked.Increment(ref _running);
        _ = RunAgainAsync(run, pending.Fence);
    }

    /// <summary>Runs what other processes leave, for as long as this one runs.</summary>
    private async Task TakeOverAsync()
    {
        try
        {
            while (true)
            {
                var pending = await inbox.TakeOverAsync(_giveUp.Token).ConfigureAwait(false);
                LogTakenOver(logger, pending.Message.Key.Account, pending.Message.Kind);
                RunAgain(pending);
            }
        }
        catch (OperationCanceledException)
        {
            // The process ends.
        }
    }

    private async Task RunAgainAsync(HandlerRun run, long fence)
    {
        var before = inbox.IsShared ? null : _conversations.Enter(run);
        try
        {
            if (before is not null)
                await before.Ended.ConfigureAwait(false);
            if (fence >= options.Value.MaxRuns)
                await CommitAsync(run, fence, handlers.GiveUp(run, $"Given up after {fence} runs, each of which the process did not survive.")).ConfigureAwait(false);
            else
                await RunAcceptedAsync(run, fence).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever it is: the message stays pending, and the next process runs it.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogBroken(logger, failure, run.Account, run.Kind);
            deduplicator.Refuse(run.Delivery);
        }
        finally
        {
            _conversations.Leave(run);
            EndRun();
        }
    }
}
