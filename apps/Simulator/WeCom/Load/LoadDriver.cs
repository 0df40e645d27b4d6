using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>
/// Carries a load run to its end: the deliveries at their rate, each with the deadline and the retries that the platform has. They are kept
/// out of the conversations and of the delivery log, which are for people to read.
/// </summary>
internal sealed partial class LoadDriver(
    SimulatedWorld world, DeliverySettingsStore settings, CallbackSender sender, SimulatedClock clock, TimeProvider time, ILogger<LoadDriver> logger)
{
    private static readonly MessageKind Text = WeComMessages.Find("text")!;

    public async Task RunAsync(LoadRun run, CancellationToken cancellationToken)
    {
        var plan = run.Plan;
        using var room = new SemaphoreSlim(plan.AtOnce);
        try
        {
            var started = time.GetTimestamp();
            foreach (var (index, place) in Order(plan).Index())
            {
                if (plan.Rate is { } rate && TimeSpan.FromSeconds(index / (double)rate) - time.GetElapsedTime(started) is var ahead && ahead > TimeSpan.Zero)
                    await Task.Delay(ahead, time, cancellationToken);
                await room.WaitAsync(cancellationToken);
                _ = DeliverInRoomAsync(run, place, room, cancellationToken);
            }
        }
        catch (OperationCanceledException)
        {
            // What is under way is cancelled too, and waited for below.
        }
        for (var left = 0; left < plan.AtOnce; left++)
            await room.WaitAsync(CancellationToken.None);
        run.End(cancellationToken.IsCancellationRequested ? LoadState.Stopped : LoadState.Finished, clock.Now);
    }

    /// <summary>Which delivery comes when: the numbers from 0, of which <see cref="LoadPlan.Copies"/> belong to one message.</summary>
    private static IEnumerable<int> Order(LoadPlan plan)
    {
        var count = plan.Messages * plan.Copies;
        if (!plan.Shuffled)
            return Enumerable.Range(0, count);
        var order = new int[count];
        for (var i = 0; i < count; i++)
            order[i] = i;
#pragma warning disable CA5394 // The order has to be the same for the same seed; nobody's secret hangs on it.
        new Random(plan.Seed).Shuffle(order);
#pragma warning restore CA5394
        return order;
    }

    private async Task DeliverInRoomAsync(LoadRun run, int place, SemaphoreSlim room, CancellationToken cancellationToken)
    {
        var number = (place / run.Plan.Copies) + 1;
        var isAccepted = false;
        var sentAt = run.Begin(number, clock.Now);
        try
        {
            isAccepted = await DeliverAsync(run, number, place, sentAt, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            run.Add(number, new LoadAttempt(AttemptOutcome.Cancelled, null), reply: null, TimeSpan.Zero);
        }
#pragma warning disable CA1031 // One delivery that fails by a mistake of the simulator must not hold the run for ever.
        catch (Exception mistake)
#pragma warning restore CA1031
        {
            LogMistake(run.Id, number, mistake);
        }
        finally
        {
            run.End(number, isAccepted);
            room.Release();
        }
    }

    private async Task<bool> DeliverAsync(LoadRun run, int number, int place, long sentAt, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            // Read for each attempt, as AttemptRunner does: who corrects the address sees the retry arrive.
            var app = world.FindApp(run.App)!;
            var ended = await AttemptAsync(run, app, number, sentAt, Chance(run.Plan.Seed, place, attempt), cancellationToken);
            if (ended.IsAccepted)
                return true;
            if (attempt >= settings.Current.Deliveries)
                return false;
            if (settings.Current.PauseAfter(ended.Outcome) is var pause && pause > TimeSpan.Zero)
                await Task.Delay(pause, time, cancellationToken);
        }
    }

    private async Task<LoadAttempt> AttemptAsync(LoadRun run, WeComApp app, int number, long sentAt, int chance, CancellationToken cancellationToken)
    {
        if (chance < run.Plan.LostPercent)
        {
            var lost = new LoadAttempt(AttemptOutcome.Dropped, null);
            run.Add(number, lost, reply: null, TimeSpan.Zero);
            return lost;
        }

        var person = Crowd.UserIdOf(run.Plan.PersonOf(number));
        var plaintext = WeComPlaintext.Write(
            app, person, sentAt / 1000, run.FirstMsgId + number - 1, Text, new MemberMessage { Type = "text", Content = run.Plan.TextOf(number) });
        using var request = CallbackSender.Request(WeComWire.Seal(app, plaintext, clock.Now, []));
        var deadline = TimeSpan.FromSeconds(settings.Current.DeadlineSeconds);
        var answer = await sender.SendAsync(request, deadline, cancellationToken);

        var isLate = chance < run.Plan.LostPercent + run.Plan.LatePercent;
        if (isLate && answer.Failure is null)
        {
            if (deadline > answer.Duration)
                await Task.Delay(deadline - answer.Duration, time, cancellationToken);
            answer = new CallbackAnswer { Failure = Finding.Of(FindingKind.TimedOut, deadline.TotalSeconds), Duration = deadline };
        }
        var (ended, reply) = Judge(app, person, answer);
        run.Add(number, ended, reply, answer.Duration);
        return ended;
    }

    private static (LoadAttempt Attempt, string? Reply) Judge(WeComApp app, string person, CallbackAnswer answer)
    {
        if (answer.IsOk)
        {
            var verdict = ReplyReader.Read(app, person, Text.Name, ReplyPolicy.Messages, answer.Body);
            var reply = verdict.Reply is { } shown ? shown.Content ?? shown.Title ?? shown.Type : null;
            return (new LoadAttempt(verdict.Outcome, answer.Status), reply);
        }
        var outcome = answer.Failure?.Kind switch
        {
            FindingKind.TimedOut => AttemptOutcome.TimedOut,
            null or FindingKind.AnswerTooLarge => AttemptOutcome.BadStatus,
            _ => AttemptOutcome.Unreachable,
        };
        return (new LoadAttempt(outcome, answer.Status), null);
    }

    /// <summary>0 to 99, the same for the same attempt of the same run, whatever the threads do.</summary>
    private static int Chance(int seed, int place, int attempt)
    {
        var mixed = (ulong)(uint)seed * 0x9E3779B97F4A7C15 + (((ulong)(uint)place << 8) | (uint)attempt);
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)((mixed ^ (mixed >> 31)) % 100);
    }

    [LoggerMessage(LogLevel.Error, "Message {Number} of load run {Run} ended by a mistake of the simulator")]
    private partial void LogMistake(int run, int number, Exception exception);
}
