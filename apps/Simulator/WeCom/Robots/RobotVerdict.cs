namespace Hongyan.Simulator.WeCom;

/// <summary>What the body of a robot's answer with status 200 amounts to.</summary>
internal sealed record RobotVerdict
{
    public required AttemptOutcome Outcome { get; init; }

    public RobotReply? Reply { get; init; }

    public string? DecryptedReply { get; init; }

    public Finding? Problem { get; init; }

    public IReadOnlyList<Finding> Notes { get; init; } = [];

    public static RobotVerdict Accepted(params IReadOnlyList<Finding> notes) => new() { Outcome = AttemptOutcome.Accepted, Notes = notes };

    public static RobotVerdict Rejected(Finding problem, string? decryptedReply = null) =>
        new() { Outcome = AttemptOutcome.RejectedReply, Problem = problem, DecryptedReply = decryptedReply };
}
