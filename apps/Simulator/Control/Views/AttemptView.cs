using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Control;

/// <summary>One request to the bot and what came of it.</summary>
/// <param name="Number">1, 2, 3 …</param>
/// <param name="StartedAt">When the request left.</param>
/// <param name="DurationMs">Milliseconds from the first byte out to the last byte in.</param>
/// <param name="RequestLine">Method, path with query, version.</param>
/// <param name="RequestHeaders">Headers of the request.</param>
/// <param name="Envelope">Body of the request.</param>
/// <param name="Status">Status of the answer; null when there was none.</param>
/// <param name="ResponseBody">Body of the answer.</param>
/// <param name="DecryptedReply">The reply inside the body.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Notes">What is worth knowing although nothing is wrong.</param>
/// <param name="Faults">The faults that met it.</param>
public sealed record AttemptView(
    int Number, DateTimeOffset StartedAt, double DurationMs, string RequestLine, IReadOnlyDictionary<string, string> RequestHeaders,
    string Envelope, int? Status, string? ResponseBody, string? DecryptedReply, AttemptOutcome Outcome,
    FindingView? Problem, IReadOnlyList<FindingView> Notes, IReadOnlyList<FaultKind> Faults)
{
    /// <summary>Shows an attempt in the reader's language.</summary>
    public static AttemptView Of(DeliveryAttempt attempt, Wording wording) => new(
        attempt.Number, attempt.StartedAt, Math.Round(attempt.Duration.TotalMilliseconds, 1), attempt.RequestLine, attempt.RequestHeaders,
        attempt.Envelope, attempt.Status, attempt.ResponseBody, attempt.DecryptedReply, attempt.Outcome,
        attempt.Problem is { } problem ? FindingView.Of(problem, wording) : null,
        [.. attempt.Notes.Select(note => FindingView.Of(note, wording))],
        attempt.Faults);
}
