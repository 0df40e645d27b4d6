using System.Buffers;
using Hongyan.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Hongyan;

/// <summary>
/// Makes the outcome of a message: runs its handler once, in its own scope and time. Never fails: what a handler throws becomes an outcome
/// too, because any status but 200 would make the platform repeat the side effect.
/// </summary>
internal sealed partial class HandlerRunner(
    IServiceScopeFactory scopes, IInbox inbox, BotMetrics metrics, BotTexts texts, IOptions<BotOptions> options, TimeProvider time, ILogger<ReplyDelivery> logger)
{
    /// <summary>Bytes. What one thread keeps ready to write a reply into; a longer one is written into its own.</summary>
    private const int LongestUsualReply = 4096;

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _document;

    public async Task<Outcome> RunAsync(HandlerRun run)
    {
        long? started = metrics.MeasuresHandlers ? time.GetTimestamp() : null;
        try
        {
            return await HandleAsync(run).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // See the summary: services that are gone, and whatever else nobody thought of.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogFailure(run, failure);
            return GiveUp(run, failure.ToString());
        }
        finally
        {
            if (started is { } begun)
                metrics.Handled(run.Account, run.Kind, time.GetElapsedTime(begun));
        }
    }

    /// <summary>The outcome where something went wrong after the handler had returned.</summary>
    public async Task<Outcome> FailAsync(HandlerRun run, Exception failure)
    {
        LogFailure(run, failure);
        var scope = scopes.CreateAsyncScope();
        await using var _ = scope.ConfigureAwait(false);
        var context = await AnswerFailureAsync(run, scope.ServiceProvider, failure).ConfigureAwait(false);
        return NewOutcome(run, context, failure);
    }

    /// <summary>The outcome of a message that is given up without being run.</summary>
    public Outcome GiveUp(HandlerRun run, string reason)
    {
        // A stream that the platform asks for has to end, or it would look as if something were still to come.
        var isAwaited = AnswerStreams.CanAnswer(run.Bot, run.Incoming);
        return new()
        {
            Answer = isAwaited ? WriteTo(run, texts.Get("StreamFailed"), run.Delivery.BeginAnswer()) : default,
            Failure = reason,
            Decide = outcome => Decide(run, outcome),
        };
    }

    /// <summary>The outcome of a message that fetched the answer to an earlier one.</summary>
    public Outcome Fetch(HandlerRun run, ReadOnlyMemory<byte> answer, MessageKey source) =>
        new() { Answer = answer, Takes = source, Decide = outcome => Decide(run, outcome) };

    /// <summary>A text as the plaintext of a passive reply.</summary>
    public ReadOnlyMemory<byte> Write(Bot bot, Incoming incoming, MessageKey key, string text) => WriteTo(bot, new ReplyTarget(incoming, key, IsStreaming: false, time.GetUtcNow()), TextReply.Cut(text));

    private async ValueTask<Outcome> HandleAsync(HandlerRun run)
    {
        using var limit = NewHandlerTime();
        var scope = scopes.CreateAsyncScope();
        var context = NewContext(run, scope.ServiceProvider, error: null, limit);
        Exception? failure = null;
        try
        {
            await BotRouter.RouteAsync(run.Bot, context).ConfigureAwait(false);
            if (!context.IsHandled && context.Reply == Reply.None)
            {
                metrics.Unmatched(run.Account);
                LogUnmatched(logger, run.Account, run.Kind);
            }
        }
#pragma warning disable CA1031 // See the summary.
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            failure = thrown;
            LogFailure(run, thrown);
        }
        context.End();

        // Nothing that the handler registered is committed where it failed; the one of OnError may register anew.
        if (failure is not null)
            context = await AnswerFailureAsync(run, scope.ServiceProvider, failure).ConfigureAwait(false);
        await DisposeAsync(scope, run).ConfigureAwait(false);
        return NewOutcome(run, context, failure);
    }

    private async ValueTask DisposeAsync(AsyncServiceScope scope, HandlerRun run)
    {
        try
        {
            await scope.DisposeAsync().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // A service that fails when it is disposed must not cost the person the answer.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogFailed(logger, failure, run.Account, run.Kind);
        }
    }

    /// <summary>The context in which the failure was answered.</summary>
    private async ValueTask<BotContext> AnswerFailureAsync(HandlerRun run, IServiceProvider services, Exception failure)
    {
        // The handler's time may be what ran out.
        using var limit = NewHandlerTime();
        var context = NewContext(run, services, failure, limit);
        if (run.Bot.ErrorHandler?.MessageType.IsInstanceOfType(run.Incoming) != true)
        {
            context.Reply = options.Value.ErrorReply;
            return context;
        }
        try
        {
            await run.Bot.ErrorHandler.InvokeAsync(context).ConfigureAwait(false);
            context.End();
            return context;
        }
#pragma warning disable CA1031 // As above: the last line of defence.
        catch (Exception second)
#pragma warning restore CA1031
        {
            LogErrorHandlerFailed(logger, second, run.Account);
            var plain = NewContext(run, services, failure, limit);
            plain.Reply = options.Value.ErrorReply;
            return plain;
        }
    }

    private Outcome NewOutcome(HandlerRun run, BotContext context, Exception? failure)
    {
        var isStreaming = run.Delivery.BeginAnswer();
        var streams = run.Bot.Platform.Streams;
        OutgoingMessage? rest = null;
        var address = context.CanSend ? context.FreeAddress : null;
        var whole = streams ? RobotAnswer.End(run, context.Reply, failure is not null, isStreaming, texts) : context.Reply;
        var reply = streams ? RobotAnswer.Fit(run, whole, address, out rest) : whole;
        var answer = Write(run, ref reply, isStreaming, address, out var unwritable);
        var takesEffect = unwritable is null;
        string? leftBehind = null;
        return new Outcome
        {
            Answer = answer,
            LateAnswer = streams ? RobotAnswer.Late(run, takesEffect ? whole : reply, takesEffect ? address : run.Incoming.Robot?.ResponseUrl, texts, out leftBehind)
                : !answer.IsEmpty && run.Bot.CanSend && run.Bot.Platform.CanSend(reply) ? new OutgoingMessage(run.Delivery.Conversation, reply)
                : null,
            LeftBehind = leftBehind,
            Continuation = takesEffect ? rest : null,
            Effects = takesEffect ? context.Effects : [],
            Sends = takesEffect ? context.Sends : [],
            Dialog = takesEffect ? context.Dialog : null,
            Failure = (failure ?? unwritable)?.ToString(),
            Decide = outcome => Decide(run, outcome),
        };
    }

    private HandOver Decide(HandlerRun run, Outcome outcome)
    {
        var otherwise = outcome.LateAnswer is not null ? HandOver.Active : outcome.Answer.IsEmpty ? HandOver.None : HandOver.Waiting;
        return outcome.Answer.IsEmpty ? otherwise : run.Delivery.Decide(otherwise, time.GetUtcNow(), run.ReceivedAt);
    }

    private ReadOnlyMemory<byte> Write(HandlerRun run, ref Reply reply, bool isStreaming, Uri? address, out Exception? unwritable)
    {
        unwritable = null;
        if (reply == Reply.None || run.Incoming.FromUser.Length == 0 || IsSentOnly(run, reply, address))
            return default;
        using var span = BotTraces.Source.StartActivity("Reply");
        try
        {
            return WriteTo(run, reply, isStreaming);
        }
#pragma warning disable CA1031 // A reply that breaks a limit, or that was made with a null inside.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            span.Fail(failure);
            LogFailure(run, failure);
            unwritable = failure;
            var error = string.IsNullOrEmpty(options.Value.ErrorReply) && isStreaming ? texts.Get("StreamFailed") : options.Value.ErrorReply;
            if (string.IsNullOrEmpty(error))
                return default;
            reply = TextReply.Cut(error);
            return run.Bot.Platform.CanAnswer(run.Incoming, reply) ? WriteTo(run, reply, isStreaming) : default;
        }
    }

    /// <summary>A text after a click on a robot's card: no answer to the click, but a message to whoever clicked.</summary>
    private static bool IsSentOnly(HandlerRun run, Reply reply, Uri? address) =>
        address is not null && run.Bot.Platform.CanSend(reply) && !run.Bot.Platform.CanAnswer(run.Incoming, reply);

    private ReadOnlyMemory<byte> WriteTo(HandlerRun run, Reply reply, bool isStreaming) =>
        WriteTo(run.Bot, new ReplyTarget(run.Incoming, run.Key, isStreaming, time.GetUtcNow()), reply);

    private static ReadOnlyMemory<byte> WriteTo(Bot bot, in ReplyTarget target, Reply reply)
    {
        var document = _document ??= new ArrayBufferWriter<byte>(LongestUsualReply);
        document.ResetWrittenCount();
        bot.Platform.Write(reply, target, document);
        // What is kept is as long as it has to be: a hundred thousand of these may be.
        var answer = document.WrittenSpan.ToArray();
        if (document.Capacity > LongestUsualReply)
            _document = null;
        return answer;
    }

    private BotContext NewContext(HandlerRun run, IServiceProvider services, Exception? error, HandlerTime limit) =>
        new(run.Incoming, run.Bot.Account, services, limit)
        {
            Error = error,
            IsDurable = inbox.IsDurable,
            CanSend = run.Bot.CanSend && (!run.Bot.Platform.Streams || run.Incoming.Robot?.ResponseUrl is not null),
            Stream = AnswerStreams.CanAnswer(run.Bot, run.Incoming) ? run.Delivery : null,
            Dialogs = run.Bot.Dialogs,
        };

    private HandlerTime NewHandlerTime() => new(options.Value.HandlerTimeout, time);

    private void LogFailure(HandlerRun run, Exception failure)
    {
        metrics.Failure(run.Account);
        LogFailed(logger, failure, run.Account, run.Kind);
    }

    [LoggerMessage(2, LogLevel.Debug, "Route: account {Account} has no route for a {Kind}")]
    private static partial void LogUnmatched(ILogger logger, string account, string kind);

    [LoggerMessage(3, LogLevel.Error, "Handler: account {Account} failed on a {Kind}")]
    private static partial void LogFailed(ILogger logger, Exception failure, string account, string kind);

    [LoggerMessage(4, LogLevel.Error, "Handler: the OnError handler of account {Account} failed itself")]
    private static partial void LogErrorHandlerFailed(ILogger logger, Exception failure, string account);
}
