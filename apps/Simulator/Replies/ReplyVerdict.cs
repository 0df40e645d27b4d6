namespace Hongyan.Simulator.Replies;

/// <summary>What a body with status 200 amounts to.</summary>
internal sealed record ReplyVerdict
{
    public required AttemptOutcome Outcome { get; init; }

    public PassiveReply? Reply { get; init; }

    public string? DecryptedReply { get; init; }

    public Finding? Problem { get; init; }

    public IReadOnlyList<Finding> Notes { get; init; } = [];

    public static ReplyVerdict Accepted(params IReadOnlyList<Finding> notes) =>
        new() { Outcome = AttemptOutcome.Accepted, Notes = notes };

    public static ReplyVerdict Rejected(Finding problem, string? decryptedReply = null) =>
        new() { Outcome = AttemptOutcome.RejectedReply, Problem = problem, DecryptedReply = decryptedReply };
}
