using Hongyan.Storage;
using Hongyan.WeCom;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hongyan;

/// <summary>
/// Owns the five-second rule, and is the only one who does: the platform hangs up after five seconds and delivers the message again,
/// three times in all; anything but 200 counts as a failure and is repeated too.
/// </summary>
/// <remarks>
/// The handler runs once, in its own scope, context and time, whoever hangs up, and all deliveries of the message share its answer. In
/// time, that is the passive reply. Later, the delivery is answered with nothing once the message is accepted, and the answer follows
/// by the active API (docs/decisions/0005). An account that cannot send keeps its requests open for the platform's retries; on the last
/// one the person is told to write again for the answer.
/// </remarks>
internal sealed partial class ReplyDelivery(
    MessageRuns runs, HandlerRunner handlers, Deduplicator deduplicator, AnswerStreams streams, BotMetrics metrics, BotTexts texts, IOptions<BotOptions> options, TimeProvider time, ILogger<ReplyDelivery> logger)
    : IHostedService
{
    /// <summary>The platform delivers a message three times, five seconds apart.</summary>
    private const int LastAttempt = 3;

    /// <summary>Answers one delivery of a message.</summary>
    /// <param name="bot">Who answers.</param>
    /// <param name="incoming">The message.</param>
    /// <param name="hungUp">Ends when the platform hangs up. The handler goes on all the same.</param>
    /// <returns>The plaintext of the reply; empty where nothing is answered.</returns>
    /// <exception cref="OperationCanceledException">The platform hung up.</exception>
    /// <exception cref="StoreUnavailableException">The message could not be accepted; let the platform deliver it again.</exception>
    public ValueTask<ReadOnlyMemory<byte>> DeliverAsync(Bot bot, Incoming incoming, CancellationToken hungUp)
    {
        bot.Start();
        if (incoming is StreamRefreshEvent refresh)
            return streams.RefreshAsync(bot, refresh, hungUp);
        var delivery = Join(bot, incoming, out var isFirst);

        var isOpen = !hungUp.IsCancellationRequested;
        var attempt = isOpen ? delivery.Expect() : 0;
        if (isFirst || delivery.TryBringIn())
        {
            var run = new HandlerRun(bot, incoming, delivery, time.GetUtcNow()) { HungUp = isOpen ? hungUp : default };
            runs.Start(run);
            isOpen &= !run.IsAbandoned;
        }

        if (!isOpen)
            return ValueTask.FromCanceled<ReadOnlyMemory<byte>>(hungUp);
        // Most handlers have answered by now; waiting for them all the same would cost a change of thread.
        return delivery.IsCompleted ? new(runs.Take(delivery))
            : AnswerStreams.CanAnswer(bot, incoming) ? WaitForStreamAsync(bot, incoming, delivery, hungUp)
            : WaitAsync(bot, incoming, delivery, attempt, hungUp);
    }

    private Delivery Join(Bot bot, Incoming incoming, out bool isFirst)
    {
        using var span = BotTraces.Source.StartActivity("Dedupe");
        var key = bot.Platform.KeyOf(bot.Account, incoming);
        var delivery = deduplicator.Join(key, new UserRef(bot.Account.Name, incoming.FromUser), out isFirst);
        span?.SetTag(BotTraces.Duplicate, !isFirst);
        if (isFirst)
            return delivery;
        metrics.Duplicate(bot.Account.Name, isJoining: !delivery.IsCompleted);
        LogJoined(logger, bot.Account.Name, incoming.GetType().Name);
        return delivery;
    }

    /// <summary>Runs again what an earlier process left without an outcome.</summary>
    Task IHostedService.StartAsync(CancellationToken cancellationToken) => runs.OpenAsync(cancellationToken);

    /// <summary>Lets running handlers finish; the host's shutdown timeout bounds the wait.</summary>
    Task IHostedService.StopAsync(CancellationToken cancellationToken) => runs.StopAsync(cancellationToken);

    private async ValueTask<ReadOnlyMemory<byte>> WaitAsync(Bot bot, Incoming incoming, Delivery delivery, int attempt, CancellationToken hungUp)
    {
        // Where nothing can be sent later, the request stays open until the platform hangs up and comes again.
        var budget = bot.CanSend || attempt >= LastAttempt ? options.Value.ReplyBudget : Timeout.InfiniteTimeSpan;
        var settled = delivery.Settled;
        try
        {
            try
            {
                await settled.WaitAsync(budget, time, hungUp).ConfigureAwait(false);
            }
            catch (TimeoutException) when (!delivery.TryStopWaiting())
            {
                await settled.WaitAsync(hungUp).ConfigureAwait(false);
            }
        }
        catch (TimeoutException)
        {
            return await runs.TryAcceptAsync(new HandlerRun(bot, incoming, delivery, time.GetUtcNow()), hungUp).ConfigureAwait(false)
                ? AnswerForNow(bot, incoming, delivery)
                : throw Refused();
        }
        catch (OperationCanceledException)
        {
            delivery.Leave();
            throw;
        }
        return TakeOrRefuse(delivery);
    }

    /// <summary>Waits for the answer or its first piece. What is not there in time goes on as a stream that the platform asks for.</summary>
    private async ValueTask<ReadOnlyMemory<byte>> WaitForStreamAsync(Bot bot, Incoming incoming, Delivery delivery, CancellationToken hungUp)
    {
        var settled = delivery.Settled;
        try
        {
            if (!delivery.IsStreaming)
                await WaitForEitherAsync(settled, delivery.Begun, hungUp).ConfigureAwait(false);
            if (!settled.IsCompleted)
                await runs.TryAcceptAsync(new HandlerRun(bot, incoming, delivery, time.GetUtcNow()), hungUp).ConfigureAwait(false);
            if (!settled.IsCompleted && delivery.IsAccepted && streams.TryBegin(delivery, out var answer))
                return answer;
            if (!settled.IsCompleted && !delivery.IsAccepted && delivery.TryStopWaiting())
                throw Refused();
            await settled.WaitAsync(hungUp).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            delivery.Leave();
            throw;
        }
        return TakeOrRefuse(delivery);
    }

    private async Task WaitForEitherAsync(Task settled, Task begun, CancellationToken hungUp)
    {
        try
        {
            await Task.WhenAny(settled, begun).WaitAsync(options.Value.ReplyBudget, time, hungUp).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // What there is by now has to do.
        }
    }

    /// <summary>The end of a request whose message is settled.</summary>
    private ReadOnlyMemory<byte> TakeOrRefuse(Delivery delivery)
    {
        if (delivery.IsCompleted)
            return runs.Take(delivery);
        // The next delivery brings the message in again, and its answer is not for this request.
        delivery.Leave();
        throw Refused();
    }

    /// <summary>The answer is not there in time: nothing, or how to get it.</summary>
    private ReadOnlyMemory<byte> AnswerForNow(Bot bot, Incoming incoming, Delivery delivery)
    {
        if (bot.CanSend || incoming is not IncomingMessage || incoming.FromUser.Length == 0)
            return default;
        delivery.PromisedAt = time.GetUtcNow();
        return handlers.Write(bot, incoming, delivery.Key, texts.Get("Promise"));
    }

    private static StoreUnavailableException Refused() => new("The message could not be written to the inbox, so it is not accepted.");

    [LoggerMessage(1, LogLevel.Information, "Dedupe: account {Account} delivered a {Kind} again; it joins the first delivery")]
    private static partial void LogJoined(ILogger logger, string account, string kind);
}
