namespace Hongyan;

/// <summary>What came of a call that sends a message.</summary>
/// <param name="Outcome">In a word.</param>
public sealed record SendResult(SendOutcome Outcome)
{
    /// <summary>The platform's <c>errcode</c>; null where it gave none.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>What went wrong, in words; holds no secret.</summary>
    public string? Error { get; init; }

    /// <summary>What the platform calls the message (<c>msgid</c>).</summary>
    public string? MessageId { get; init; }

    /// <summary>How long the platform wants to be left alone; null where it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
