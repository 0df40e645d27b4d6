using System.Collections.Concurrent;
using Hongyan.Simulator.Chat;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Deliveries;

/// <summary>
/// Carries what people do to the bots: attempt after attempt, with the faults that are switched on, and puts the reply into the conversation.
/// The attempts of one message follow each other; different messages do not wait for each other.
/// </summary>
internal sealed partial class DeliveryEngine(
    AttemptRunner attempts, CallbackWires wires, FaultSwitches faults, DeliverySettingsStore settings, DeliveryLog log, ConversationLog chats,
    CardUpdates cards, SimulatedClock clock, TimeProvider time, ILogger<DeliveryEngine> logger) : IAsyncDisposable
{
    /// <summary>Deliveries that may be under way at once.</summary>
    public const int MaxPending = 1000;

    // How often a duplicated message arrives.
    private const int Copies = 3;

    // A script that waits for the end of one message before it sends the next would wait for ever.
    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<long, Task<Delivery>> _running = [];
    private readonly ConcurrentDictionary<(string App, string Member, TimeSpan Offset), long> _lastEventTimes = [];
    private CancellationTokenSource _cancellation = new();
    private long _lastMsgId = FirstMsgId(time);

    /// <summary>Whether one more delivery is too many.</summary>
    public bool IsBusy => _running.Count >= MaxPending;

    /// <summary>Sends what a person says or does, and then what belongs to it; the deliveries go on in the background.</summary>
    public Delivery Send(Outgoing first, params IReadOnlyList<Outgoing> more) => Send(first, more, _cancellation.Token);

    /// <summary>Sets numbers aside for messages that somebody else delivers.</summary>
    /// <returns>MsgId of the first.</returns>
    public long ReserveMsgIds(int count) => Interlocked.Add(ref _lastMsgId, count) - count + 1;

    /// <summary>Waits until a delivery has ended. One that nobody remembers was given up by a reset.</summary>
    public Task<Delivery> WaitAsync(Delivery delivery, CancellationToken cancellationToken) =>
        _running.TryGetValue(delivery.Id, out var running)
            ? running.WaitAsync(cancellationToken)
            : Task.FromResult(log.Find(delivery.Id) ?? Cancel(delivery));

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

    private Delivery Send(Outgoing outgoing, IReadOnlyList<Outgoing> more, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var isEvent = outgoing.Event is not null;
        var msgId = isEvent ? 0 : Interlocked.Increment(ref _lastMsgId);
        var plaintext = outgoing.Write(isEvent ? EventTime(outgoing, now) : now.ToUnixTimeSeconds(), msgId);
        var entry = new ChatMessage
        {
            Id = chats.NextId(), App = outgoing.Account, Member = outgoing.Person, Time = now, Message = outgoing.Message, Event = outgoing.Event,
        };
        // One after the other, so that they stay in order; a reset ends the row.
        Action? followUp = more.Count == 0 ? null : () => Send(more[0], [.. more.Skip(1)], cancellationToken);
        return Start(entry, plaintext, outgoing, isEvent ? null : msgId, followUp, cancellationToken);
    }

    // 19 digits as on the platform, and above those of an earlier run, which a bot may remember.
    private static long FirstMsgId(TimeProvider time) => 7_000_000_000_000_000_000 + time.GetUtcNow().ToUnixTimeMilliseconds() * 1000;

    /// <summary>
    /// An event has no MsgId: FromUserName and CreateTime are what a bot tells two events from two deliveries of one by, so no two
    /// events of a person share a second. A clock that was set back begins anew, so each of its settings counts by itself.
    /// </summary>
    private long EventTime(Outgoing outgoing, DateTimeOffset now)
    {
        var seconds = now.ToUnixTimeSeconds();
        return _lastEventTimes.AddOrUpdate((outgoing.Account, outgoing.Person, clock.Offset), seconds, (_, last) => Math.Max(seconds, last + 1));
    }

    private Delivery Start(
        ChatMessage entry, string plaintext, Outgoing outgoing, long? msgId, Action? followUp, CancellationToken cancellationToken)
    {
        var plan = faults.Meet(entry.App, entry.Member);
        var delivery = new Delivery
        {
            Id = log.NextId(),
            App = entry.App,
            Member = entry.Member,
            Type = entry.Type,
            Event = entry.Event?.Event,
            ResponseCode = entry.Event?.ResponseCode,
            MessageId = entry.Id,
            MsgId = msgId,
            CreatedAt = entry.Time,
            Plaintext = plaintext,
            Planned = settings.Current.Deliveries,
            Replies = outgoing.Replies,
            Replied = outgoing.Replied,
            Faults = plan.Kinds,
        };
        log.Add(delivery);
        chats.Add(entry with { DeliveryId = delivery.Id });

        var started = new TaskCompletionSource();
        _running[delivery.Id] = RunAsync(delivery, plan, started.Task, followUp, cancellationToken);
        // Only now may it run: it takes itself off the list when it ends.
        started.SetResult();
        return delivery;
    }

    private async Task<Delivery> RunAsync(
        Delivery delivery, FaultPlan plan, Task listed, Action? followUp, CancellationToken cancellationToken)
    {
        await listed.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            delivery = await DeliverAsync(delivery, plan, cancellationToken);
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
        if (!cancellationToken.IsCancellationRequested)
            followUp?.Invoke();
        _running.TryRemove(delivery.Id, out _);
        plan.Overtaken?.TrySetResult();
        return delivery;
    }

    private async Task<Delivery> DeliverAsync(Delivery delivery, FaultPlan plan, CancellationToken cancellationToken)
    {
        var notes = await WaitForTurnAsync(delivery, plan, cancellationToken);
        if (plan.Has(FaultKind.Drop))
            return Lose(delivery);

        for (var number = 1; ; number++)
        {
            var (attempt, verdict) = await attempts.RunAsync(delivery, number, plan.At(number), cancellationToken);
            if (number == 1)
                attempt = attempt with { Notes = [.. notes, .. attempt.Notes] };
            delivery = delivery.With(attempt);
            if (verdict is not null)
            {
                delivery = Conclude(delivery, attempt, verdict.Reply);
                return plan.Has(FaultKind.Duplicate) ? await RepeatAsync(delivery, verdict, cancellationToken) : delivery;
            }
            if (number >= delivery.Planned)
                return Fail(delivery, attempt);

            log.Update(delivery);
            if (settings.Current.PauseAfter(attempt.Outcome) is var pause && pause > TimeSpan.Zero)
                await Task.Delay(pause, time, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<Finding>> WaitForTurnAsync(Delivery delivery, FaultPlan plan, CancellationToken cancellationToken)
    {
        try
        {
            await plan.Turn.WaitAsync(LongestHold, time, cancellationToken);
            return [];
        }
        catch (TimeoutException)
        {
            faults.GiveUpWaiting(delivery.App, delivery.Member, plan);
            return [Finding.Of(FindingKind.FaultNotSwapped, LongestHold.TotalSeconds)];
        }
    }

    private Delivery Lose(Delivery delivery)
    {
        var lost = AttemptRunner.Lost(clock.Now);
        return Fail(delivery.With(lost), lost);
    }

    private async Task<Delivery> RepeatAsync(Delivery delivery, ReplyVerdict first, CancellationToken cancellationToken)
    {
        delivery = delivery with { Planned = delivery.Attempts.Count + Copies - 1 };
        while (delivery.Attempts.Count < delivery.Planned)
        {
            log.Update(delivery);
            var (attempt, verdict) = await attempts.RunAsync(delivery, delivery.Attempts.Count + 1, [FaultKind.Duplicate], cancellationToken);
            // The member has seen the first answer; of a bot that knows the message again the others say the same.
            if (verdict is not null && PassiveReply.AreDifferent(first.Reply, verdict.Reply))
            {
                var difference = Finding.Of(FindingKind.FaultDuplicateDiffers);
                attempt = attempt with { Notes = [.. attempt.Notes, difference] };
                chats.Add(Remark(delivery) with { Finding = difference });
            }
            delivery = delivery.With(attempt);
        }
        return delivery;
    }

    private Delivery Conclude(Delivery delivery, DeliveryAttempt attempt, PassiveReply? reply)
    {
        if (reply is not null)
        {
            chats.Add(Remark(delivery) with { Reply = reply });
            delivery.Replied?.Invoke(reply);
        }
        if (attempt.Outcome == AttemptOutcome.RejectedReply)
            Notify(delivery, attempt);
        if (reply is { IsCardUpdate: true } && delivery.ResponseCode is { } code)
            cards.Apply(delivery.App, code, delivery.Member, reply);
        foreach (var finding in attempt.Problem is null ? attempt.Notes : [attempt.Problem])
            chats.Add(Remark(delivery) with { Finding = finding });

        return delivery with
        {
            Reply = reply,
            Outcome = attempt.Outcome switch
            {
                AttemptOutcome.Replied => DeliveryOutcome.Replied,
                AttemptOutcome.RejectedReply => DeliveryOutcome.RejectedReply,
                _ => DeliveryOutcome.Accepted,
            },
        };
    }

    private Delivery Fail(Delivery delivery, DeliveryAttempt attempt)
    {
        Notify(delivery, attempt);
        chats.Add(Remark(delivery) with { Finding = attempt.Problem });
        return delivery with { Outcome = DeliveryOutcome.Failed };
    }

    private void Notify(Delivery delivery, DeliveryAttempt attempt)
    {
        if (wires.Of(delivery.App).NoticeOf(delivery, attempt) is { } notice)
            chats.Add(Remark(delivery) with { Notice = notice });
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
        Time = clock.Now,
        DeliveryId = delivery.Id,
    };

    [LoggerMessage(LogLevel.Error, "Delivery {Delivery} ended by a mistake of the simulator")]
    private partial void LogMistake(long delivery, Exception exception);
}
