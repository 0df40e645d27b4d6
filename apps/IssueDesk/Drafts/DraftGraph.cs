namespace Hongyan.IssueDesk.Drafts;

/// <summary>The ways that a draft can take.</summary>
internal static class DraftGraph
{
    private static readonly HashSet<(DraftStatus From, DraftStatus To)> Ways =
    [
        (DraftStatus.AwaitingDescription, DraftStatus.Pending),
        (DraftStatus.AwaitingDescription, DraftStatus.Cancelled),
        (DraftStatus.AwaitingDescription, DraftStatus.Expired),
        (DraftStatus.Pending, DraftStatus.Submitting),
        (DraftStatus.Pending, DraftStatus.Cancelled),
        (DraftStatus.Pending, DraftStatus.Expired),
        // The tracker wants a field that nobody asked for.
        (DraftStatus.Submitting, DraftStatus.Pending),
        (DraftStatus.Submitting, DraftStatus.Queued),
        (DraftStatus.Submitting, DraftStatus.Created),
        (DraftStatus.Submitting, DraftStatus.Failed),
        (DraftStatus.Submitting, DraftStatus.Uncertain),
        (DraftStatus.Queued, DraftStatus.Submitting),
        (DraftStatus.Queued, DraftStatus.Failed),
        (DraftStatus.Queued, DraftStatus.Cancelled),
        (DraftStatus.Failed, DraftStatus.Submitting),
        (DraftStatus.Failed, DraftStatus.Cancelled),
        (DraftStatus.Uncertain, DraftStatus.Submitting),
        (DraftStatus.Uncertain, DraftStatus.Created),
        (DraftStatus.Uncertain, DraftStatus.Cancelled),
        (DraftStatus.Expired, DraftStatus.Pending),
        (DraftStatus.Expired, DraftStatus.AwaitingDescription),
    ];

    /// <summary>Whether a draft may go from one state to the other.</summary>
    public static bool Allows(DraftStatus from, DraftStatus to) => Ways.Contains((from, to));

    /// <summary>Whether the person still has something to say about it.</summary>
    public static bool IsOpen(DraftStatus status) => status is DraftStatus.AwaitingDescription or DraftStatus.Pending;
}
