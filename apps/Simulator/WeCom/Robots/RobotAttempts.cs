using Hongyan.Simulator.World;
using Microsoft.AspNetCore.WebUtilities;

namespace Hongyan.Simulator.WeCom;

/// <summary>Calls a robot's bot back once: seals, sends, waits as long as the platform does, and judges the answer.</summary>
internal sealed class RobotAttempts(
    RobotBook robots, DeliverySettingsStore settings, CallbackSender sender, RobotAnswerReader reader, SimulatedClock clock, TimeProvider time)
{
    /// <summary>The receiveid inside the envelopes of a company's own robots.</summary>
    public const string ReceiveId = "";

    /// <summary>Calls back; without a verdict the attempt failed.</summary>
    /// <param name="callback">What is sent.</param>
    /// <param name="number">Number of the attempt, from 1.</param>
    /// <param name="faults">The faults that meet it.</param>
    /// <param name="started">Told of the attempt before its answer is awaited.</param>
    /// <param name="cancellationToken">A reset, or the end of the simulator.</param>
    public async Task<(DeliveryAttempt Attempt, RobotVerdict? Verdict)> RunAsync(
        RobotCallback callback, int number, IReadOnlyList<FaultKind> faults, Action<DeliveryAttempt> started, CancellationToken cancellationToken)
    {
        // The settings are read for each attempt: who corrects the address sees the retry arrive.
        var robot = robots.Find(callback.Talk.Robot.Name)!;
        var now = clock.Now;
        using var request = CallbackSender.Request(Seal(robot, callback.Plaintext, now, faults));
        var attempt = new DeliveryAttempt
        {
            Number = number,
            StartedAt = now,
            RequestLine = CallbackSender.RequestLine(request),
            RequestHeaders = CallbackSender.RequestHeaders(request),
            Envelope = await request.Content!.ReadAsStringAsync(cancellationToken),
            Faults = faults,
        };
        started(attempt);

        var deadline = TimeSpan.FromSeconds(settings.Current.DeadlineSeconds);
        var answer = await sender.SendAsync(request, deadline, cancellationToken);
        attempt = attempt with
        {
            Duration = answer.Duration,
            Status = answer.Status,
            ResponseBody = answer.Status is null ? null : AttemptRunner.Shorten(ReplyXml.Decode(answer.Body) ?? Convert.ToHexString(answer.Body)),
        };
        if (!answer.IsOk)
            return (AttemptRunner.Failed(attempt, answer, request.RequestUri!), null);

        var nonce = QueryHelpers.ParseQuery(request.RequestUri!.Query)["nonce"][^1] ?? "";
        var verdict = reader.Read(robot, nonce, callback.Situation, callback.Before, answer.Body);
        attempt = attempt with
        {
            Outcome = verdict.Outcome,
            Problem = verdict.Problem,
            Notes = attempt.IsSpoiled ? [Finding.Of(FindingKind.FaultAccepted), .. verdict.Notes] : verdict.Notes,
            DecryptedReply = verdict.DecryptedReply is { } reply ? AttemptRunner.Shorten(reply) : null,
        };
        return faults.Contains(FaultKind.Delay)
            ? (await AttemptRunner.DelayAsync(attempt, deadline, time, cancellationToken), null)
            : (attempt, verdict);
    }

    // The envelope is JSON; everything but the plaintext is new each time.
    private static SealedCallback Seal(WeComRobot robot, string plaintext, DateTimeOffset now, IReadOnlyList<FaultKind> faults)
    {
        var encrypted = robot.Callback.Encrypt(faults.Contains(FaultKind.ForeignReceiveId) ? WeComWire.ForeignCorpId : ReceiveId, plaintext);
        var signer = faults.Contains(FaultKind.WrongSignature) ? robot.Callback with { Token = CallbackSettings.RandomToken() } : robot.Callback;
        // Base64 needs no escape in JSON.
        var envelope = $$"""{"encrypt":"{{encrypted}}"}""";
        return new(
            WeComWire.Sign(signer, encrypted, now), faults.Contains(FaultKind.TruncatedBody) ? envelope[..(envelope.Length / 2)] : envelope,
            "application/json");
    }
}
