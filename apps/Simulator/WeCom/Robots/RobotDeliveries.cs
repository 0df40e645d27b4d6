using System.Collections.Concurrent;
using Hongyan.Simulator.Chat;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>
/// Carries what members do with robots to the bots: attempt after attempt, with the faults that are switched on, puts the answers into the
/// conversations, and follows a stream to its end.
/// </summary>
internal sealed partial class RobotDeliveries(
    RobotAttempts attempts, RobotStreams streams, FaultSwitches faults, DeliverySettingsStore settings, DeliveryLog log, ConversationLog chats,
    SimulatedClock clock, TimeProvider time, ILogger<RobotDeliveries> logger) : IAsyncDisposable
{
    /// <summary>Messages that a member may have in progress with one robot.</summary>
    public const int MaxInProgress = 3;

    // How often a duplicated message arrives.
    private const int Copies = 3;

    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<long, Task<Delivery>> _running = [];
    private readonly Dictionary<(string Robot, string Member), int> _inProgress = [];
    private CancellationTokenSource _cancellation = new();

    /// <summary>Whether one more delivery is too many.</summary>
    public bool IsBusy => _running.Count >= DeliveryEngine.MaxPending;

    /// <summary>Whether a member waits for so many answers that the platform takes no further message to this robot.</summary>
    public bool IsFull(WeComRobot robot, Member member)
    {
        lock (_lock)
            return _inProgress.GetValueOrDefault((robot.Name, member.UserId)) >= MaxInProgress;
    }

    /// <summary>Starts to deliver; it goes on in the background.</summary>
    /// <param name="callback">What is delivered.</param>
    /// <param name="entry">The conversation's entry that it delivers; it is added, unless it belongs to another delivery already.</param>
    /// <param name="click">The entry whose card was clicked; null for anything else.</param>
    public Delivery Send(RobotCallback callback, ChatMessage entry, ChatMessage? click = null)
    {
        var (robot, member) = (callback.Talk.Robot.Name, callback.Talk.Member.UserId);
        var plan = faults.Meet(robot, member);
        var delivery = new Delivery
        {
            Id = log.NextId(),
            App = robot,
            Member = member,
            Type = entry.Type,
            Event = entry.Event?.Event,
            MessageId = entry.Id,
            CreatedAt = entry.Time,
            Plaintext = callback.Plaintext,
            // What is sent only once is said in the pages of enter_chat and template_card_event.
            Planned = callback.Situation is RobotSituation.Enter or RobotSituation.CardClick ? 1 : settings.Current.Deliveries,
            Replies = ReplyPolicy.None,
            Faults = plan.Kinds,
        };
        log.Add(delivery);
        Count(callback, +1);
        if (entry.DeliveryId is null)
            chats.Add(entry with { DeliveryId = delivery.Id });

        var started = new TaskCompletionSource();
        _running[delivery.Id] = RunAsync(new(callback, entry, click), delivery, plan, started.Task, _cancellation.Token);
        started.SetResult();
        return delivery;
    }

    /// <summary>Waits until a delivery and the stream that answers it have ended.</summary>
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
        cancelled.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await CancelAllAsync();
        _cancellation.Dispose();
    }

    private async Task<Delivery> RunAsync(Turn turn, Delivery delivery, FaultPlan plan, Task listed, CancellationToken cancellationToken)
    {
        await listed.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            (delivery, var answer) = await DeliverAsync(turn, delivery, plan, cancellationToken);
            log.Update(delivery);
            if (answer?.FromRobot is { IsRunning: true })
                await streams.FollowAsync(turn.Callback.Talk, delivery, answer, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            delivery = Cancel(log.Find(delivery.Id) ?? delivery);
        }
        catch (Exception exception)
        {
            LogMistake(delivery.Id, exception);
            delivery = (log.Find(delivery.Id) ?? delivery) with { Outcome = DeliveryOutcome.Failed };
        }
        log.Update(delivery);
        Count(turn.Callback, -1);
        _running.TryRemove(delivery.Id, out _);
        plan.Overtaken?.TrySetResult();
        return delivery;
    }

    private async Task<(Delivery Delivery, ChatMessage? Answer)> DeliverAsync(Turn turn, Delivery delivery, FaultPlan plan, CancellationToken cancellationToken)
    {
        var notes = await WaitForTurnAsync(delivery, plan, cancellationToken);
        if (plan.Has(FaultKind.Drop))
        {
            var lost = AttemptRunner.Lost(clock.Now);
            return (Fail(turn, delivery.With(lost), lost.Problem!), null);
        }
        for (var number = 1; ; number++)
        {
            var (attempt, verdict) = await AttemptAsync(turn, delivery, number, plan.At(number), cancellationToken);
            if (number == 1)
                attempt = attempt with { Notes = [.. notes, .. attempt.Notes] };
            delivery = delivery.With(attempt);
            if (verdict is not null)
            {
                (delivery, var answer) = Conclude(turn, delivery, attempt, verdict.Reply);
                return (plan.Has(FaultKind.Duplicate) ? await RepeatAsync(turn, delivery, verdict, cancellationToken) : delivery, answer);
            }
            if (number >= delivery.Planned)
                return (Fail(turn, delivery, attempt.Problem!), null);

            log.Update(delivery);
            if (settings.Current.PauseAfter(attempt.Outcome) is var pause && pause > TimeSpan.Zero)
                await Task.Delay(pause, time, cancellationToken);
        }
    }

    private Task<(DeliveryAttempt Attempt, RobotVerdict? Verdict)> AttemptAsync(
        Turn turn, Delivery delivery, int number, IReadOnlyList<FaultKind> met, CancellationToken cancellationToken) =>
        attempts.RunAsync(turn.Callback, number, met, attempt => log.Update(delivery.With(attempt)), cancellationToken);

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

    private async Task<Delivery> RepeatAsync(Turn turn, Delivery delivery, RobotVerdict first, CancellationToken cancellationToken)
    {
        delivery = delivery with { Planned = delivery.Attempts.Count + Copies - 1 };
        while (delivery.Attempts.Count < delivery.Planned)
        {
            log.Update(delivery);
            var (attempt, verdict) = await AttemptAsync(turn, delivery, delivery.Attempts.Count + 1, [FaultKind.Duplicate], cancellationToken);
            if (verdict is not null && RobotReply.AreDifferent(first.Reply, verdict.Reply))
            {
                var difference = Finding.Of(FindingKind.FaultDuplicateDiffers);
                attempt = attempt with { Notes = [.. attempt.Notes, difference] };
                chats.Add(Beside(turn, delivery) with { Finding = difference });
            }
            delivery = delivery.With(attempt);
        }
        return delivery;
    }

    private (Delivery Delivery, ChatMessage? Answer) Conclude(Turn turn, Delivery delivery, DeliveryAttempt attempt, RobotReply? reply)
    {
        ChatMessage? answer = null;
        if (reply is { Type: "update_template_card" })
            Update(turn, reply);
        else if (reply is not null)
            chats.Add(answer = Beside(turn, delivery) with { FromRobot = reply });
        foreach (var finding in attempt.Problem is null ? attempt.Notes : [attempt.Problem])
            chats.Add(Beside(turn, delivery) with { Finding = finding });

        return (delivery with
        {
            Outcome = attempt.Outcome switch
            {
                AttemptOutcome.Replied => DeliveryOutcome.Replied,
                AttemptOutcome.RejectedReply => DeliveryOutcome.RejectedReply,
                _ => DeliveryOutcome.Accepted,
            },
        }, answer);
    }

    private void Update(Turn turn, RobotReply update)
    {
        var everybody = update.UpdatesFor.Count == 0 || turn.Entry.ChatId is null;
        chats.Change(each => each.Id == turn.Click?.Id, each =>
        {
            var reply = each.FromRobot! with { FeedbackId = update.FeedbackId ?? each.FromRobot!.FeedbackId };
            var cards = new Dictionary<string, TemplateCard>(reply.UpdatedCards);
            foreach (var userId in update.UpdatesFor)
                cards[userId] = update.Card!;
            return each with { FromRobot = everybody
                ? reply with { Card = update.Card, UpdatedCards = new Dictionary<string, TemplateCard>() }
                : reply with { UpdatedCards = cards } };
        });
    }

    private Delivery Fail(Turn turn, Delivery delivery, Finding problem)
    {
        chats.Add(Beside(turn, delivery) with { Finding = problem });
        return delivery with { Outcome = DeliveryOutcome.Failed };
    }

    private static Delivery Cancel(Delivery delivery) => delivery with
    {
        // A stream is given up after its message was answered.
        Outcome = delivery.Outcome == DeliveryOutcome.Pending ? DeliveryOutcome.Cancelled : delivery.Outcome,
        Attempts = [.. delivery.Attempts.Select(attempt =>
            attempt.Outcome == AttemptOutcome.Waiting ? attempt with { Outcome = AttemptOutcome.Cancelled } : attempt)],
    };

    private ChatMessage Beside(Turn turn, Delivery delivery) => new()
    {
        Id = chats.NextId(),
        App = delivery.App,
        Member = turn.Entry.ChatId is null ? delivery.Member : "",
        ChatId = turn.Entry.ChatId,
        Time = clock.Now,
        DeliveryId = delivery.Id,
    };

    private void Count(RobotCallback callback, int by)
    {
        if (callback.Situation != RobotSituation.Message)
            return;
        lock (_lock)
        {
            var key = (callback.Talk.Robot.Name, callback.Talk.Member.UserId);
            _inProgress[key] = _inProgress.GetValueOrDefault(key) + by;
        }
    }

    [LoggerMessage(LogLevel.Error, "Delivery {Delivery} to a robot ended by a mistake of the simulator")]
    private partial void LogMistake(long delivery, Exception exception);

    /// <summary>What a delivery is about.</summary>
    private sealed record Turn(RobotCallback Callback, ChatMessage Entry, ChatMessage? Click);
}
