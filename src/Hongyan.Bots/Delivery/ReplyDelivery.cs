using System.Buffers;
using System.Diagnostics;
using Hongyan.Protocol;
using Hongyan.WeCom;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hongyan;

/// <summary>
/// Owns the five-second rule, and is the only one who does: the platform hangs up after five seconds and delivers the message again,
/// three times in all; anything but 200 counts as a failure and is repeated too.
/// </summary>
/// <remarks>
/// The handler runs once, in its own scope, context and time, whoever hangs up. Every delivery of the message waits for the same
/// answer. As long as nothing can send later (see docs/decisions/0003), a late answer goes out on the platform's next retry, so the
/// request is held open for as long as the platform wants to wait.
/// </remarks>
internal sealed partial class ReplyDelivery(
    IServiceScopeFactory scopes, Deduplicator deduplicator, IOptions<BotOptions> options, TimeProvider time, ILogger<ReplyDelivery> logger)
    : IHostedService
{
    /// <summary>Bytes. What one thread keeps ready to write a reply into; a longer one is written into its own.</summary>
    private const int LongestUsualReply = 4096;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _document;

    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ExecutionContext _ownContext = ExecutionContext.Capture()!;
    private int _running = 1;
    private bool _isStopping;

    /// <summary>Answers one delivery of a message.</summary>
    /// <param name="bot">Who answers.</param>
    /// <param name="incoming">The message.</param>
    /// <param name="hungUp">Ends when the platform hangs up. The handler goes on all the same.</param>
    /// <returns>The plaintext of the reply; empty where nothing is answered.</returns>
    /// <exception cref="OperationCanceledException">The platform hung up.</exception>
    public ValueTask<ReadOnlyMemory<byte>> DeliverAsync(Bot bot, Incoming incoming, CancellationToken hungUp)
    {
        bot.Start();
        var key = MessageKey.Of(bot.Account, incoming.Raw.Span);
        var delivery = deduplicator.Join(key, out var isFirst);
        var isOpen = !hungUp.IsCancellationRequested;
        if (isOpen)
            delivery.Expect();
        if (isFirst)
        {
            Interlocked.Increment(ref _running);
            _ = RunAsync(bot, incoming, key, delivery);
        }
        else
        {
            BotMetrics.Duplicates.Add(1);
            LogJoined(logger, bot.Account.Name, incoming.GetType().Name);
        }
        return isOpen ? delivery.WaitAsync(hungUp) : ValueTask.FromCanceled<ReadOnlyMemory<byte>>(hungUp);
    }

    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Lets running handlers finish; the host's shutdown timeout bounds the wait.</summary>
    async Task IHostedService.StopAsync(CancellationToken cancellationToken)
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
    }

    /// <summary>Makes the answer. Completes the delivery whatever happens, because the platform waits for it and so does the end of the process.</summary>
    private async Task RunAsync(Bot bot, Incoming incoming, MessageKey key, Delivery delivery)
    {
        // A handler may outlive its request, and must not behave differently when it does: of what flows with the request, such as its
        // HttpContext, it sees nothing. Only the trace goes on. The caller gets its own context back at the first await or the end.
        var trace = Activity.Current;
        ExecutionContext.Restore(_ownContext);
        Activity.Current = trace;

        var started = time.GetTimestamp();
        ReadOnlyMemory<byte> answer = default;
        try
        {
            var reply = await HandleAsync(bot, incoming).ConfigureAwait(false);
            answer = Write(bot, incoming, reply);
        }
#pragma warning disable CA1031 // See the summary.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            BotMetrics.Failures.Add(1);
            LogFailed(logger, failure, bot.Account.Name, incoming.GetType().Name);
        }
        finally
        {
            var isLate = !answer.IsEmpty && !delivery.IsAwaited;
            deduplicator.Complete(key, delivery, answer);
            if (isLate)
            {
                BotMetrics.LateReplies.Add(1);
                LogLate(logger, bot.Account.Name, incoming.GetType().Name, time.GetElapsedTime(started).TotalSeconds);
            }
            EndRun();
        }
    }

    /// <summary>Runs the handler. Its exceptions end here: whatever happens, the platform gets its 200, because any other status repeats the side effect.</summary>
    private async ValueTask<Reply> HandleAsync(Bot bot, Incoming incoming)
    {
        using var limit = NewHandlerTime();
        var scope = scopes.CreateAsyncScope();
        var context = new BotContext(incoming, bot.Account, scope.ServiceProvider, limit);
        Exception? failure = null;
        try
        {
            await BotRouter.RouteAsync(bot, context).ConfigureAwait(false);
            if (!context.IsHandled && context.Reply == Reply.None)
            {
                BotMetrics.Unmatched.Add(1);
                LogUnmatched(logger, bot.Account.Name, incoming.GetType().Name);
            }
        }
#pragma warning disable CA1031 // See the summary.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            failure = thrown;
            BotMetrics.Failures.Add(1);
            LogFailed(logger, thrown, bot.Account.Name, incoming.GetType().Name);
        }

        var reply = failure is null ? context.Reply : await AnswerFailureAsync(bot, context, failure).ConfigureAwait(false);
        await DisposeAsync(scope, bot, incoming).ConfigureAwait(false);
        return reply;
    }

    private async ValueTask DisposeAsync(AsyncServiceScope scope, Bot bot, Incoming incoming)
    {
        try
        {
            await scope.DisposeAsync().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A service that fails when it is disposed must not cost the person the answer.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogFailed(logger, failure, bot.Account.Name, incoming.GetType().Name);
        }
    }

    private async ValueTask<Reply> AnswerFailureAsync(Bot bot, BotContext context, Exception failure)
    {
        if (bot.ErrorHandler is null)
            return options.Value.ErrorReply;

        // The handler's time may be what ran out.
        using var limit = NewHandlerTime();
        var errorContext = new BotContext(context.Incoming, context.Account, context.Services, limit) { Error = failure };
        try
        {
            if (!bot.ErrorHandler.MessageType.IsInstanceOfType(context.Incoming))
                return options.Value.ErrorReply;
            await bot.ErrorHandler.InvokeAsync(errorContext).ConfigureAwait(false);
            return errorContext.Reply;
        }
#pragma warning disable CA1031 // As above: the last line of defence.
        catch (Exception second)
#pragma warning restore CA1031
        {
            LogErrorHandlerFailed(logger, second, bot.Account.Name);
            return options.Value.ErrorReply;
        }
    }

    private ReadOnlyMemory<byte> Write(Bot bot, Incoming incoming, Reply reply)
    {
        if (reply == Reply.None || incoming.FromUser.Length == 0)
            return default;
        try
        {
            return WriteTo(incoming, reply);
        }
#pragma warning disable CA1031 // A reply that breaks a limit, or that was made with a null inside.
        catch (Exception unwritable)
#pragma warning restore CA1031
        {
            BotMetrics.Failures.Add(1);
            LogFailed(logger, unwritable, bot.Account.Name, incoming.GetType().Name);
            return string.IsNullOrEmpty(options.Value.ErrorReply) ? default : WriteTo(incoming, TextReply.Cut(options.Value.ErrorReply));
        }
    }

    private ReadOnlyMemory<byte> WriteTo(Incoming incoming, Reply reply)
    {
        var document = _document ??= new ArrayBufferWriter<byte>(LongestUsualReply);
        document.ResetWrittenCount();
        ReplyWriter.Write(reply, new ReplyHeader(incoming.FromUser, incoming.ToUser, time.GetUtcNow()), document);
        // What is kept is as long as it has to be: a hundred thousand of these may be.
        var answer = document.WrittenSpan.ToArray();
        if (document.Capacity > LongestUsualReply)
            _document = null;
        return answer;
    }

    private HandlerTime NewHandlerTime() => new(options.Value.HandlerTimeout, time);

    private void EndRun()
    {
        if (Interlocked.Decrement(ref _running) == 0)
            _idle.TrySetResult();
    }

    [LoggerMessage(1, LogLevel.Information, "Dedupe: account {Account} delivered a {Kind} again; it joins the first delivery")]
    private static partial void LogJoined(ILogger logger, string account, string kind);

    [LoggerMessage(2, LogLevel.Debug, "Route: account {Account} has no route for a {Kind}")]
    private static partial void LogUnmatched(ILogger logger, string account, string kind);

    [LoggerMessage(3, LogLevel.Error, "Handler: account {Account} failed on a {Kind}")]
    private static partial void LogFailed(ILogger logger, Exception failure, string account, string kind);

    [LoggerMessage(4, LogLevel.Error, "Handler: the OnError handler of account {Account} failed itself")]
    private static partial void LogErrorHandlerFailed(ILogger logger, Exception failure, string account);

    [LoggerMessage(5, LogLevel.Warning, "Deliver: account {Account} has the answer to a {Kind} after {Seconds:F1} s, when the platform had hung up; it goes out if the platform delivers the message again")]
    private static partial void LogLate(ILogger logger, string account, string kind, double seconds);

    [LoggerMessage(6, LogLevel.Warning, "Deliver: {Count} handlers were still running when the time to stop was over")]
    private static partial void LogAbandoned(ILogger logger, int count);
}
