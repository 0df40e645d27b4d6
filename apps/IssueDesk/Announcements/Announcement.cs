namespace Hongyan.IssueDesk.Announcements;

/// <summary>A card that is to be sent: to the person whose draft it is, or to the group.</summary>
internal sealed class Announcement
{
    public long Id { get; set; }

    public long DraftId { get; set; }

    public AnnouncementKind Kind { get; set; }

    /// <summary>What it says beside the draft: the state that the issue came to.</summary>
    public string? Text { get; set; }

    /// <summary>Which content of the draft it shows.</summary>
    public int Revision { get; set; }

    /// <summary>The inbox's number of the message that it is sent because of; null where none caused it.</summary>
    public long? Cause { get; set; }

    public AnnouncementState State { get; set; }

    public int Attempts { get; set; }

    public DateTimeOffset NotBefore { get; set; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>The platform's <c>errcode</c> at the last try.</summary>
    public int? ErrorCode { get; set; }

    public string? Error { get; set; }

    /// <summary>What the platform calls the message.</summary>
    public string? MessageId { get; set; }
}
