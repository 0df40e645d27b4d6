namespace Hongyan.Storage;

/// <summary>How a try to send ended.</summary>
/// <param name="State">The new state; <see cref="OutboxState.Pending"/> for another try.</param>
public sealed record OutboxResult(OutboxState State)
{
    /// <summary>Not before then is the next try; set where the state is Pending.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Whether the platform was not even asked, so that it does not count as a try.</summary>
    public bool IsPostponed { get; init; }

    /// <summary>The platform's <c>errcode</c>; null where there was none.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>What went wrong, in words; holds no secret.</summary>
    public string? Error { get; init; }

    /// <summary>What the platform calls the message (<c>msgid</c>); null where it says nothing.</summary>
    public string? MessageId { get; init; }
}
