using System.Collections.Concurrent;
using Hongyan.Simulator.Chat;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>
/// Carries what members do to the bots: seals, sends, waits five seconds, tries again, and puts the reply into the conversation.
/// The attempts of one message follow each other; different messages do not wait for each other.
/// </summary>
internal sealed partial class DeliveryEngine(
    SimulatedWorld world, DeliverySettingsStore settings, DeliveryLog log, ConversationLog chats,
    CallbackSender sender, TimeProvider time, ILogger<DeliveryEngine> logger) : IAsyncDisposable
{
    /// <summary>Deliveries that may be under way at once.</summary>
    public const int MaxPending = 1000;

    private const int MaxStoredBody = 32 * 1024;

    private readonly ConcurrentDictionary<long, Task<Delivery>> _running = [];
    private readonly ConcurrentDictionary<(string App, string Member), long> _lastEventTimes = [];
    private CancellationTokenSource _cancellation = new();
    private long _lastMsgId = FirstMsgId(time);

    /// <summary>Whether one more delivery is too many.</summary>
    public bool IsBusy => _running.Count >= MaxPending;

    /// <summary>Sends a message as a member; the delivery goes on in the background.</summary>
    public Delivery Send(WeComApp app, Member member, MessageKind kind, MemberMessage message)
    {
        var msgId = Interlocked.Increment(ref _lastMsgId);
        var now = time.GetUtcNow();
        var plaintext = PlaintextWriter.Write(app, member.UserId, now.ToUnixTimeSeconds(), msgId, kind, message);
        var entry = NewEntry(app, member, now) with { Message = message };
        return Start(entry, plaintext, ReplyPolicy.Messages, msgId);
    }

    /// <summary>Sends an event as a member; the delivery goes on in the background.</summary>
    public Delivery Send(WeComApp app, Member member, EventKind kind, MemberEvent @event)
    {
        var now = time.GetUtcNow();
        var plaintext = PlaintextWriter.Write(app, member.UserId, EventTime(app, member, now), kind, @event);
        var entry = NewEntry(app, member, now) with { Event = @event };
        return Start(entry, plaintext, kind.Replies, msgId: null);
    }

    /// <summary>Waits until a delivery has ended.</summary>
    public Task<Delivery> WaitAsync(Delivery delivery, CancellationToken cancellationToken) =>
        _running.TryGetValue(delivery.Id, out var running)
            ? running.WaitAsync(cancellationToken)
            : Task.FromResult(log.Find(delivery.Id) ?? delivery);

    /// <summary>Gives up everything that is under way, and waits until it has ended.</summary>
    public async Task CancelAllAsync()
    {
        var cancelled = Interlocked.Exchange(ref _cancellation, new CancellationTokenSource());
        await cancelled.CancelAsync();
        await Task.WhenAll(_running.Values);
    }

    public async ValueTask DisposeAsync()
    {
        await CancelAllAsync();
        _cancellation.Dispose();
    }

    // 19 digits as on the platform, and above those of an earlier run, which a bot may remember.
    private static long FirstMsgId(TimeProvider time) => 7_000_000_000_000_000_000 + time.GetUtcNow().ToUnixTimeMilliseconds() * 1000;

    /// <summary>
    /// An event has no MsgId: FromUserName and CreateTime are what a bot tells two events from two deliveries of one by, so no two
    /// events of a member share a second.
    /// </summary>
    private long EventTime(WeComApp app, Member member, DateTimeOffset now)
    {
        var seconds = now.ToUnixTimeSeconds();
        return _lastEventTimes.AddOrUpdate((app.Name, member.UserId), seconds, (_, last) => Math.Max(seconds, last + 1));
    }

    private ChatMessage NewEntry(WeComApp app, Member member, DateTimeOffset now) =>
        new() { Id = chats.NextId(), App = app.Name, Member = member.UserId, Time = now, DeliveryId = log.NextId() };

    private Delivery Start(ChatMessage entry, string plaintext, ReplyPolicy replies, long? msgId)
    {
        var delivery = new Delivery
        {
            Id = entry.DeliveryId,
            App = entry.App,
            Member = entry.Member,
            Type = entry.Type,
            Event = entry.Event?.Event,
            MessageId = entry.Id,
            MsgId = msgId,
            CreatedAt = entry.Time,
            Plaintext = plaintext,
            Planned = settings.Current.Deliveries,
            Replies = replies,
        };
        log.Add(delivery);
        chats.Add(entry);

        var cancellationToken = _cancellation.Token;
        var started = new TaskCompletionSource();
        _running[delivery.Id] = RunAsync(delivery, started.Task, cancellationToken);
        // Only now may it run: it takes itself off the list when it ends.
        started.SetResult();
        return delivery;
    }

    private async Task<Delivery> RunAsync(Delivery delivery, Task listed, CancellationToken cancellationToken)
    {
        await listed.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            delivery = await DeliverAsync(delivery, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogMistake(delivery.Id, exception);
            delivery = (log.Find(delivery.Id) ?? delivery) with { Outcome = DeliveryOutcome.Failed };
        }
        catch (OperationCanceledException)
        {
            delivery = Cancel(log.Find(delivery.Id) ?? delivery);
        }
        log.Update(delivery);
        _running.TryRemove(delivery.Id, out _);
        return delivery;
    }

    private async Task<Delivery> DeliverAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        for (var number = 1; ; number++)
        {
            var attempt = await AttemptAsync(delivery, number, cancellationToken);
            if (attempt.Verdict is { } verdict)
                return Conclude(delivery.With(attempt.Attempt), verdict);

            delivery = delivery.With(attempt.Attempt);
            if (number >= delivery.Planned)
                return Fail(delivery, attempt.Attempt.Problem!);

            log.Update(delivery);
            var pause = TimeSpan.FromSeconds(settings.Current.RetryPauseSeconds);
            if (attempt.Attempt.Outcome != AttemptOutcome.TimedOut && pause > TimeSpan.Zero)
                await Task.Delay(pause, time, cancellationToken);
        }
    }

    private async Task<(DeliveryAttempt Attempt, ReplyVerdict? Verdict)> AttemptAsync(
        Delivery delivery, int number, CancellationToken cancellationToken)
    {
        // The settings are read for each attempt: who corrects the address sees the retry arrive.
        var app = world.FindApp(delivery.App)!;
        var now = time.GetUtcNow();
        using var request = CallbackSender.Request(SealedCallback.Message(app, delivery.Plaintext, now));
        var attempt = new DeliveryAttempt
        {
            Number = number,
            StartedAt = now,
            RequestLine = CallbackSender.RequestLine(request),
            RequestHeaders = CallbackSender.RequestHeaders(request),
            Envelope = await request.Content!.ReadAsStringAsync(cancellationToken),
        };
        log.Update(delivery.With(attempt));

        var address = request.RequestUri!;
        var answer = await sender.SendAsync(request, TimeSpan.FromSeconds(settings.Current.DeadlineSeconds), cancellationToken);
        attempt = attempt with
        {
            Duration = answer.Duration,
            Status = answer.Status,
            ResponseBody = answer.Status is null ? null : Shorten(ReplyXml.Decode(answer.Body) ?? Convert.ToHexString(answer.Body)),
        };
        if (!answer.IsOk)
            return (Failed(attempt, answer, address), null);

        var verdict = ReplyReader.Read(app, delivery.Member, delivery.Event ?? delivery.Type, delivery.Replies, answer.Body);
        attempt = attempt with
        {
            Outcome = verdict.Outcome,
            Problem = verdict.Problem,
            Notes = verdict.Notes,
            DecryptedReply = verdict.DecryptedReply is { } reply ? Shorten(reply) : null,
        };
        return (attempt, verdict);
    }

    private static DeliveryAttempt Failed(DeliveryAttempt attempt, CallbackAnswer answer, Uri address) => attempt with
    {
        Outcome = answer.Failure?.Kind switch
        {
            FindingKind.TimedOut => AttemptOutcome.TimedOut,
            null or FindingKind.AnswerTooLarge => AttemptOutcome.BadStatus,
            _ => AttemptOutcome.Unreachable,
        },
        Problem = answer.Failure ?? StatusFinding.Of(answer.Status!.Value, address),
    };

    private Delivery Conclude(Delivery delivery, ReplyVerdict verdict)
    {
        if (verdict.Reply is not null)
            chats.Add(Remark(delivery) with { Reply = verdict.Reply });
        foreach (var finding in verdict.Problem is null ? verdict.Notes : [verdict.Problem])
            chats.Add(Remark(delivery) with { Finding = finding });

        return delivery with
        {
            Reply = verdict.Reply,
            Outcome = verdict.Outcome switch
            {
                AttemptOutcome.Replied => DeliveryOutcome.Replied,
                AttemptOutcome.RejectedReply => DeliveryOutcome.RejectedReply,
                _ => DeliveryOutcome.Accepted,
            },
        };
    }

    private Delivery Fail(Delivery delivery, Finding problem)
    {
        chats.Add(Remark(delivery) with { Finding = problem });
        return delivery with { Outcome = DeliveryOutcome.Failed };
    }

    private static Delivery Cancel(Delivery delivery) => delivery with
    {
        Outcome = DeliveryOutcome.Cancelled,
        Attempts = [.. delivery.Attempts.Select(attempt =>
            attempt.Outcome == AttemptOutcome.Waiting ? attempt with { Outcome = AttemptOutcome.Cancelled } : attempt)],
    };

    private ChatMessage Remark(Delivery delivery) => new()
    {
        Id = chats.NextId(),
        App = delivery.App,
        Member = delivery.Member,
        Time = time.GetUtcNow(),
        DeliveryId = delivery.Id,
    };

    private static string Shorten(string text) => text.Length <= MaxStoredBody ? text : text[..MaxStoredBody] + "…";

    [LoggerMessage(LogLevel.Error, "Delivery {Delivery} ended by a mistake of the simulator")]
    private partial void LogMistake(long delivery, Exception exception);
}
