namespace Hongyan.IssueDesk.Drafts;

/// <summary>A picture, voice message, video or file that belongs to a draft.</summary>
internal sealed class DraftAttachment
{
    /// <summary>The kind of what is made here: the whole text of a report that was too long.</summary>
    public const string WholeText = "text";

    public long Id { get; set; }

    public long DraftId { get; set; }

    /// <summary>What the platform calls it (MediaId); it keeps it for three days.</summary>
    public required string MediaId { get; set; }

    /// <summary>image, voice, video, file or <see cref="WholeText"/>.</summary>
    public required string Kind { get; set; }

    public AttachmentState State { get; set; }

    public int Attempts { get; set; }

    /// <summary>Not before then is the next try.</summary>
    public DateTimeOffset NotBefore { get; set; }

    /// <summary>Why it is not at the issue.</summary>
    public string? Error { get; set; }
}
