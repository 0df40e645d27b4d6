namespace Hongyan.IssueDesk.Trackers;

/// <summary>How it ended to submit a draft.</summary>
/// <param name="Result">What the tracker said last.</param>
/// <param name="MayExist">Whether the issue may be there, so that it is looked for before the tracker is asked again.</param>
internal sealed record SubmissionResult(CreateResult Result, bool MayExist)
{
    /// <summary>What the tracker was asked for; null where it was not asked.</summary>
    public NewIssue? Issue { get; init; }
}
