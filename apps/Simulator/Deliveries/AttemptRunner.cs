using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Deliveries;

/// <summary>Makes one attempt to deliver: seals, sends, waits as long as the platform does, and judges the answer.</summary>
internal sealed class AttemptRunner(
    CallbackWires wires, DeliverySettingsStore settings, DeliveryLog log, MediaStore media, CallbackSender sender,
    SimulatedClock clock, TimeProvider time)
{
    private const int MaxStoredBody = 32 * 1024;

    /// <summary>The attempt of a message that was lost on its way.</summary>
    public static DeliveryAttempt Lost(DateTimeOffset now) => new()
    {
        Number = 1,
        StartedAt = now,
        RequestLine = "",
        RequestHeaders = new Dictionary<string, string>(),
        Envelope = "",
        Outcome = AttemptOutcome.Dropped,
        Faults = [FaultKind.Drop],
        Problem = Finding.Of(FindingKind.FaultDropped),
    };

    /// <summary>Attempts; without a verdict the attempt failed.</summary>
    public async Task<(DeliveryAttempt Attempt, ReplyVerdict? Verdict)> RunAsync(
        Delivery delivery, int number, IReadOnlyList<FaultKind> faults, CancellationToken cancellationToken)
    {
        // The settings are read for each attempt: who corrects the address sees the retry arrive.
        var wire = wires.Of(delivery.App);
        var now = clock.Now;
        using var request = CallbackSender.Request(wire.Seal(delivery, now, faults));
        var attempt = new DeliveryAttempt
        {
            Number = number,
            StartedAt = now,
            RequestLine = CallbackSender.RequestLine(request),
            RequestHeaders = CallbackSender.RequestHeaders(request),
            Envelope = await request.Content!.ReadAsStringAsync(cancellationToken),
            Faults = faults,
        };
        log.Update(delivery.With(attempt));

        var address = request.RequestUri!;
        var deadline = TimeSpan.FromSeconds(settings.Current.DeadlineSeconds);
        var answer = await sender.SendAsync(request, deadline, cancellationToken);
        attempt = attempt with
        {
            Duration = answer.Duration,
            Status = answer.Status,
            ResponseBody = answer.Status is null ? null : Shorten(ReplyXml.Decode(answer.Body) ?? Convert.ToHexString(answer.Body)),
        };
        if (!answer.IsOk)
            return (Failed(attempt, answer, address), null);

        var verdict = wire.Judge(delivery, answer.Body);
        attempt = attempt with
        {
            Outcome = verdict.Outcome,
            Problem = verdict.Problem,
            Notes = verdict.Notes,
            DecryptedReply = verdict.DecryptedReply is { } reply ? Shorten(reply) : null,
        };
        if (faults.Contains(FaultKind.Delay))
            return (await DelayAsync(attempt, deadline, time, cancellationToken), null);
        if (verdict.Reply?.MediaId is { } mediaId && media.FindValid(mediaId) is null)
            attempt = attempt with { Notes = [.. attempt.Notes, Finding.Of(FindingKind.ReplyMediaUnknown, mediaId)] };
        if (attempt.IsSpoiled)
            attempt = attempt with { Notes = [Finding.Of(FindingKind.FaultAccepted), .. attempt.Notes] };
        return (attempt, verdict);
    }

    /// <summary>The attempt of a bot that did its work, while as far as the platform knows nothing came.</summary>
    public static async Task<DeliveryAttempt> DelayAsync(DeliveryAttempt attempt, TimeSpan deadline, TimeProvider time, CancellationToken cancellationToken)
    {
        if (deadline > attempt.Duration)
            await Task.Delay(deadline - attempt.Duration, time, cancellationToken);
        return attempt with
        {
            Outcome = AttemptOutcome.TimedOut,
            Duration = deadline,
            Problem = Finding.Of(FindingKind.FaultDelayed, deadline.TotalSeconds),
            Notes = [],
        };
    }

    /// <summary>The attempt whose answer cannot be used.</summary>
    public static DeliveryAttempt Failed(DeliveryAttempt attempt, CallbackAnswer answer, Uri address) => attempt with
    {
        Outcome = answer.Failure?.Kind switch
        {
            FindingKind.TimedOut => AttemptOutcome.TimedOut,
            null or FindingKind.AnswerTooLarge => AttemptOutcome.BadStatus,
            _ => AttemptOutcome.Unreachable,
        },
        Problem = answer.Failure ?? (attempt.IsSpoiled, answer.Status) switch
        {
            (true, >= 500) => Finding.Of(FindingKind.FaultBroke, answer.Status!),
            (true, _) => Finding.Of(FindingKind.FaultRefused, answer.Status!),
            _ => StatusFinding.Of(answer.Status!.Value, address),
        },
    };

    /// <summary>A body as it is kept.</summary>
    public static string Shorten(string text) => text.Length <= MaxStoredBody ? text : text[..MaxStoredBody] + "…";
}
