using Hongyan.IssueDesk.Drafts;

namespace Hongyan.IssueDesk.Pages.Drafts;

/// <summary>What an operator can decide about a draft.</summary>
internal enum DraftDecision
{
    /// <summary>The tracker is asked again now.</summary>
    Retry,

    /// <summary>The tracker is searched for the draft's marker.</summary>
    Search,

    /// <summary>Nobody is sure: it is searched for, and created where it is not found.</summary>
    Resubmit,

    /// <summary>It is not submitted any more.</summary>
    Cancel,
}

/// <summary>Which decisions there are in which state.</summary>
internal static class DraftDecisionRules
{
    public static bool IsPossible(this DraftDecision decision, DraftStatus status) => decision switch
    {
        DraftDecision.Retry => status is DraftStatus.Queued or DraftStatus.Failed,
        DraftDecision.Search or DraftDecision.Resubmit => status is DraftStatus.Uncertain,
        _ => DraftGraph.Allows(status, DraftStatus.Cancelled),
    };
}
