using System.Diagnostics;
using Hongyan.Storage;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hongyan;

/// <summary>
/// Takes each message from its first delivery to its committed outcome: once, in the order of its conversation, and on through a store
/// that fails and a process that ends.
/// </summary>
internal sealed partial class MessageRuns(
    HandlerRunner handlers, IInbox inbox, Deduplicator deduplicator, BotRegistry bots, BotMetrics metrics, IOptions<BotOptions> options, TimeProvider time, ILogger<ReplyDelivery> logger)
    : IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly ConversationQueue _conversations = new();
    private readonly WaitingAnswers _waiting = new();
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _giveUp = new();
    private readonly ExecutionContext _ownContext = ExecutionContext.Capture()!;
    private int _running = 1;
    private bool _isStopping;

    /// <summary>Runs a message.</summary>
    public void Start(HandlerRun run)
    {
        Interlocked.Increment(ref _running);
        _ = RunAsync(run);
    }

    /// <summary>
    /// Accepts a message whose handler has not let go of its thread yet, so that the platform can be told so: it may be at work for longer than
    /// the platform delivers. Its run finds the message accepted.
    /// </summary>
    /// <param name="run">The message.</param>
    /// <param name="hungUp">Ends the waiting, not the writing.</param>
    /// <returns>False where the store refuses it.</returns>
    public async Task<bool> TryAcceptAsync(HandlerRun run, CancellationToken hungUp)
    {
        if (run.Delivery.IsAccepted)
            return true;
        if (inbox.IsShared || run.Delivery.Run is not null || run.Delivery.IsRefused)
            return false;
        try
        {
            await inbox.AcceptAsync(run.ToInbox(), run: null, hungUp).ConfigureAwait(false);
        }
        catch (StoreUnavailableException)
        {
            return false;
        }
        run.Delivery.Accept();
        return true;
    }

    /// <summary>The answer for a delivery of a completed message.</summary>
    public ReadOnlyMemory<byte> Take(Delivery delivery)
    {
        var answer = delivery.Take(out var isTaken);
        if (isTaken)
            _ = RecordHandOverAsync(delivery.Key);
        return answer;
    }

    /// <summary>Lets what runs come to its end.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (!Interlocked.Exchange(ref _isStopping, true))
            EndRun();
        try
        {
            await _idle.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            LogAbandoned(logger, Volatile.Read(ref _running));
        }
        // Whoever still waits for a store that does not come back: the next process runs the message again.
        await _giveUp.CancelAsync().ConfigureAwait(false);
    }

    public void Dispose() => _giveUp.Dispose();

    /// <summary>Ends the delivery whatever happens, because the platform waits for it, and so do the next message and the end of the process.</summary>
    private async Task RunAsync(HandlerRun run)
    {
        // A handler may outlive its request, and must not behave differently when it does: of what flows with the request, such as its
        // HttpContext, it sees nothing. Only the trace goes on. The caller gets its own context back at the first await or the end.
        var trace = Activity.Current;
        ExecutionContext.Restore(_ownContext);
        Activity.Current = trace;

        var before = inbox.IsShared ? null : _conversations.Enter(run);
        try
        {
            if (inbox.IsShared)
                await RunSharedAsync(run).ConfigureAwait(false);
            else if (before is null && !MayFetch(run))
                await RunAtOnceAsync(run).ConfigureAwait(false);
            else
                await RunInTurnAsync(run, before).ConfigureAwait(false);
        }
        catch (StoreUnavailableException failure)
        {
            metrics.Refused(run.Account);
            LogRefused(logger, run.Account, run.Kind, failure.Message);
            deduplicator.Refuse(run.Delivery);
            await KeepPlaceAsync(run, before).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // See the summary.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogBroken(logger, failure, run.Account, run.Kind);
            deduplicator.Refuse(run.Delivery);
            await KeepPlaceAsync(run, before).ConfigureAwait(false);
        }
        finally
        {
            _conversations.Leave(run);
            EndRun();
        }
    }

    /// <summary>Waits, after a refusal, for the handler that runs all the same, and for those before it: whoever comes next would know of neither.</summary>
    private static async Task KeepPlaceAsync(HandlerRun run, HandlerRun? before)
    {
        if (run.Delivery.Run is Task running)
            await running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (before is not null)
            await before.Ended.ConfigureAwait(false);
    }

    /// <summary>Nobody of the conversation is before it: the handler starts while the message is being written.</summary>
    private async Task RunAtOnceAsync(HandlerRun run)
    {
        var running = run.Delivery.Run ??= BeginHandler(run);
        run.LetGo();
        InboxResult result;
        try
        {
            result = await inbox.AcceptAsync(run.ToInbox(), running, CancellationToken.None).ConfigureAwait(false);
        }
        catch (StoreUnavailableException) when (run.Delivery.IsAccepted)
        {
            // Another delivery had it accepted while the handler kept its thread, so there is no way back.
            await RunAcceptedAsync(run, fence: 0).ConfigureAwait(false);
            return;
        }
        run.Delivery.Accept();
        if (result.Status == InboxStatus.Accepted)
            await CommitAsync(run, result.Fence, await running.ConfigureAwait(false)).ConfigureAwait(false);
        else
            await FinishAsync(run, result, await running.ConfigureAwait(false)).ConfigureAwait(false);
    }

    /// <summary>
    /// The message is accepted now and handled when those before it are done. Nor does one begin at once that may take a waiting answer
    /// along: it would be gone with a message that the store refuses.
    /// </summary>
    private async Task RunInTurnAsync(HandlerRun run, HandlerRun? before)
    {
        var result = await inbox.AcceptAsync(run.ToInbox(), run: null, CancellationToken.None).ConfigureAwait(false);
        run.Delivery.Accept();
        if (before is not null)
            await before.Ended.ConfigureAwait(false);
        if (result.Status == InboxStatus.Accepted)
            await RunAcceptedAsync(run, result.Fence).ConfigureAwait(false);
        else
            Complete(run, result.StoredAnswer, result.HandOver);
    }

    /// <summary>Other processes may have it too: it is accepted before anything is done, and the inbox says whose it is and when it is its turn.</summary>
    private async Task RunSharedAsync(HandlerRun run)
    {
        var result = await inbox.AcceptAsync(run.ToInbox(), run: null, CancellationToken.None).ConfigureAwait(false);
        run.Delivery.Accept();
        switch (result.Status)
        {
            case InboxStatus.Accepted:
                await CommitAsync(run, result.Fence, await (run.Delivery.Run ??= BeginHandler(run)).ConfigureAwait(false)).ConfigureAwait(false);
                break;
            case InboxStatus.Queued:
                await RunAcceptedAsync(run, result.Fence).ConfigureAwait(false);
                break;
            default:
                await EndElsewhereAsync(run, result).ConfigureAwait(false);
                break;
        }
    }

    /// <summary>Another run has or will have the outcome of the message: an earlier one, or that of another process.</summary>
    private async Task EndElsewhereAsync(HandlerRun run, InboxResult result)
    {
        if (inbox.IsShared && result.Status != InboxStatus.Known)
            result = await PersistAsync(run, () => inbox.FollowAsync(run.Key, run.Delivery.Conversation, _giveUp.Token)).ConfigureAwait(false);
        // This process may have taken the message over meanwhile.
        if (inbox.IsShared && !run.Delivery.IsCompleted)
            deduplicator.Complete(run.Delivery, result.StoredAnswer, result.HandOver);
        else if (!inbox.IsShared)
            Complete(run, result.StoredAnswer, result.HandOver);
    }

    private async Task RunAcceptedAsync(HandlerRun run, long fence)
    {
        var begun = await PersistAsync(run, () => inbox.BeginAsync(run.Key, fence, _giveUp.Token)).ConfigureAwait(false);
        if (begun.Status != InboxStatus.Accepted)
        {
            await EndElsewhereAsync(run, begun).ConfigureAwait(false);
            return;
        }
        var outcome = await (run.Delivery.Run ??= BeginHandler(run)).ConfigureAwait(false);
        await CommitAsync(run, begun.Fence, outcome).ConfigureAwait(false);
    }

    /// <summary>Whether an answer may wait that this message takes along.</summary>
    private bool MayFetch(HandlerRun run) => !run.Bot.CanSend && run.Incoming is TextMessage && _waiting.Has(run.Delivery.Conversation);

    private Task<Outcome> BeginHandler(HandlerRun run)
    {
        if (run.Bot.CanSend || run.Incoming is not TextMessage)
            return handlers.RunAsync(run);
        if (inbox.IsShared)
            return FetchOrRunAsync(run);
        return _waiting.Take(run.Delivery.Conversation, run.ReceivedAt, time.GetUtcNow(), out var source) is { IsEmpty: false } answer
            ? Task.FromResult(handlers.Fetch(run, answer, source!.Key))
            : handlers.RunAsync(run);
    }

    /// <summary>The answer that waits may be another process's.</summary>
    private async Task<Outcome> FetchOrRunAsync(HandlerRun run)
    {
        StoredAnswer? waiting = null;
        try
        {
            waiting = await inbox.FindWaitingAsync(run.Delivery.Conversation, run.ReceivedAt, CancellationToken.None).ConfigureAwait(false);
        }
        catch (StoreUnavailableException failure)
        {
            LogPostponed(logger, run.Account, run.Kind, failure.Message);
        }
        if (waiting is null)
            return await handlers.RunAsync(run).ConfigureAwait(false);
        deduplicator.Find(waiting.Key)?.Take(out _);
        return handlers.Fetch(run, waiting.Answer, waiting.Key);
    }

    private async Task CommitAsync(HandlerRun run, long fence, Outcome outcome)
    {
        var result = await PersistAsync(run, () => inbox.CompleteAsync(run.Key, fence, outcome, CancellationToken.None)).ConfigureAwait(false);
        await FinishAsync(run, result, outcome).ConfigureAwait(false);
    }

    private async Task FinishAsync(HandlerRun run, InboxResult result, Outcome outcome)
    {
        switch (result.Status)
        {
            case InboxStatus.Completed:
                if (outcome.Failure is not null)
                    metrics.DeadLetter(run.Account);
                if (result.HandOver == HandOver.Active && outcome.LeftBehind is { } leftBehind)
                    LogLeftBehind(logger, run.Account, run.Kind, run.Incoming.Robot?.MessageId, leftBehind);
                Complete(run, outcome.Answer, result.HandOver);
                break;
            case InboxStatus.EffectFailed when outcome.Failure is null:
                // The bot's own code answers a failure, and whoever was committed together with it must not wait for that.
                await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
                await CommitAsync(run, result.Fence, await handlers.FailAsync(run, result.Failure!).ConfigureAwait(false)).ConfigureAwait(false);
                break;
            case InboxStatus.EffectFailed:
                await CommitAsync(run, result.Fence, handlers.GiveUp(run, result.Failure!.ToString())).ConfigureAwait(false);
                break;
            default:
                LogLeaseLost(logger, run.Account, run.Kind);
                await EndElsewhereAsync(run, result).ConfigureAwait(false);
                break;
        }
    }

    private void Complete(HandlerRun run, ReadOnlyMemory<byte> answer, HandOver handOver)
    {
        deduplicator.Complete(run.Delivery, answer, handOver);
        if (handOver is not (HandOver.Active or HandOver.Waiting))
            return;

        metrics.Late(run.Account);
        var seconds = (time.GetUtcNow() - run.ReceivedAt).TotalSeconds;
        if (handOver == HandOver.Active)
        {
            LogLate(logger, run.Account, run.Kind, seconds);
            return;
        }
        LogWaiting(logger, run.Account, run.Kind, seconds);
        // A card update is no answer to a text, and an account that can send has promised nothing.
        if (!run.Bot.CanSend && !inbox.IsShared)
            _waiting.Add(run.Delivery, run.Delivery.PromisedAt ?? time.GetUtcNow());
    }

    /// <summary>Writes until it is written: the message is accepted, so there is no way back.</summary>
    private async Task<InboxResult> PersistAsync(HandlerRun run, Func<ValueTask<InboxResult>> write)
    {
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                return await write().ConfigureAwait(false);
            }
            catch (StoreUnavailableException failure)
            {
                run.Delivery.Undecide();
                LogPostponed(logger, run.Account, run.Kind, failure.Message);
            }
            await Task.Delay(pause, time, _giveUp.Token).ConfigureAwait(false);
        }
    }

    private async Task RecordHandOverAsync(MessageKey key)
    {
        try
        {
            await inbox.HandOverAsync(key, CancellationToken.None).ConfigureAwait(false);
        }
        catch (StoreUnavailableException failure)
        {
            // After a restart it would be handed over once more: a repetition of the answer, not of an effect.
            LogHandOverLost(logger, key.Account, failure.Message);
        }
    }

    private void EndRun()
    {
        if (Interlocked.Decrement(ref _running) == 0)
            _idle.TrySetResult();
    }
}
