namespace Hongyan.IssueDesk.Trackers;

/// <summary>Something beside creating that the tracker is to be asked for, on behalf of a person.</summary>
internal sealed class Errand
{
    public long Id { get; set; }

    public required string Account { get; set; }

    public required string Person { get; set; }

    public ErrandKind Kind { get; set; }

    public required string IssueKey { get; set; }

    public required string Text { get; set; }

    /// <summary>The inbox's number of the message that asked for it; null where none did.</summary>
    public long? Cause { get; set; }

    public bool IsDone { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset NotBefore { get; set; }

    public string? Error { get; set; }
}
