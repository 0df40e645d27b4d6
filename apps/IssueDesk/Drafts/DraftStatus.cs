namespace Hongyan.IssueDesk.Drafts;

/// <summary>How far a draft has got. <see cref="DraftGraph"/> has the ways between.</summary>
internal enum DraftStatus
{
    /// <summary>A command without a text came; the next text is the report.</summary>
    AwaitingDescription = 0,

    /// <summary>Shown to the person, who has to confirm.</summary>
    Pending = 1,

    /// <summary>Confirmed; the tracker is asked, or about to be.</summary>
    Submitting = 2,

    /// <summary>Confirmed; the tracker could not take it and is asked again later.</summary>
    Queued = 3,

    /// <summary>The issue is there.</summary>
    Created = 4,

    /// <summary>The tracker refused it for good.</summary>
    Failed = 5,

    /// <summary>The tracker may have it; a person has to look.</summary>
    Uncertain = 6,

    /// <summary>The person wanted no more of it.</summary>
    Cancelled = 7,

    /// <summary>Nobody confirmed it in time. It can be recovered for a while.</summary>
    Expired = 8,
}
