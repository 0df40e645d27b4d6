namespace Hongyan.IssueDesk.Drafts;

/// <summary>One step of a draft: which state it came to, and when. Written whenever a draft is saved in another state.</summary>
internal sealed class DraftChange
{
    public long Id { get; set; }

    public long DraftId { get; set; }

    public DateTimeOffset At { get; set; }

    public DraftStatus Status { get; set; }

    /// <summary>The tries until then.</summary>
    public int Attempts { get; set; }

    /// <summary>What had gone wrong, for the administrator.</summary>
    public string? Error { get; set; }
}
