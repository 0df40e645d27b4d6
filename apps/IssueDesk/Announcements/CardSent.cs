namespace Hongyan.IssueDesk.Announcements;

/// <summary>How it ended to send a card.</summary>
/// <param name="Outcome">In a word.</param>
internal sealed record CardSent(SendOutcome Outcome)
{
    public int? ErrorCode { get; init; }

    /// <summary>What went wrong; holds no secret.</summary>
    public string? Error { get; init; }

    public string? MessageId { get; init; }

    /// <summary>Changes the card once.</summary>
    public string? ResponseCode { get; init; }
}
