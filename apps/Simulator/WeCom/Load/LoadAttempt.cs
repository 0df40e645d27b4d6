namespace Hongyan.Simulator.WeCom;

/// <summary>One request of a load run and what came of it.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Status">Status of the answer; null when there was none.</param>
public readonly record struct LoadAttempt(AttemptOutcome Outcome, int? Status)
{
    /// <summary>Whether the bot took the message: the platform does not come again.</summary>
    public bool IsAccepted => Outcome is AttemptOutcome.Replied or AttemptOutcome.Accepted or AttemptOutcome.RejectedReply;
}
