namespace Hongyan.IssueDesk.Trackers.Jira;

/// <summary>One question to Jira, and what it really answered.</summary>
/// <param name="Question">What was asked: Server, Account or Project.</param>
/// <param name="Subject">About what, such as the project's key; empty where that says nothing.</param>
/// <param name="Answer">What came back, in a line, without secrets.</param>
/// <param name="Hint">What to do about it: the name of a sentence; null where it is as it should be.</param>
internal sealed record ProbeStep(string Question, string Subject, string Answer, string? Hint)
{
    public bool IsRight => Hint is null;
}
