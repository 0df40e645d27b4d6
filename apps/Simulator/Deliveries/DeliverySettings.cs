namespace Hongyan.Simulator.Deliveries;

/// <summary>How the platform behaves towards a bot. Section <c>Simulator</c>, or <c>PUT /sim/settings</c>.</summary>
public sealed record DeliverySettings
{
    /// <summary>Deliveries of a message in all, the first one included: 1 to 10.</summary>
    /// <value>3, as practice reports of the platform.</value>
    public int Deliveries { get; init; } = 3;

    /// <summary>Seconds that a bot has to answer: above 0, at most 600.</summary>
    /// <value>5.</value>
    public double DeadlineSeconds { get; init; } = 5;

    /// <summary>Seconds between a refused connection or a bad status and the next attempt: 0 to 600. After a missed deadline there is no pause.</summary>
    /// <value>1.</value>
    public double RetryPauseSeconds { get; init; } = 1;

    /// <summary>Seconds that a URL verification may take: above 0, at most 600. The platform waits 1 second.</summary>
    /// <value>5, so that a bot that is just starting passes; slower than 1 second is remarked on.</value>
    public double VerificationSeconds { get; init; } = 5;

    /// <summary>Seconds from one answer of a robot's stream to the next refresh: 0.01 to 60.</summary>
    /// <value>1, as practice reports of the platform.</value>
    public double StreamPollSeconds { get; init; } = 1;

    /// <summary>Seconds from a member's message until a robot's stream is cut off: above 0, at most 3600. They count on the simulator's clock.</summary>
    /// <value>360.</value>
    public double StreamSeconds { get; init; } = 360;

    /// <summary>How long the platform waits after a failed attempt before the next one.</summary>
    public TimeSpan PauseAfter(AttemptOutcome outcome) =>
        outcome == AttemptOutcome.TimedOut ? TimeSpan.Zero : TimeSpan.FromSeconds(RetryPauseSeconds);

    /// <summary>The name of the first setting that is out of its range, or null.</summary>
    public string? FindInvalid() =>
        Deliveries is < 1 or > 10 ? "deliveries"
        : DeadlineSeconds is not (> 0 and <= 600) ? "deadlineSeconds"
        : RetryPauseSeconds is not (>= 0 and <= 600) ? "retryPauseSeconds"
        : VerificationSeconds is not (> 0 and <= 600) ? "verificationSeconds"
        : StreamPollSeconds is not (>= 0.01 and <= 60) ? "streamPollSeconds"
        : StreamSeconds is not (> 0 and <= 3600) ? "streamSeconds"
        : null;
}
