namespace Hongyan.IssueDesk.Trackers;

/// <summary>A field that the tracker wants filled in.</summary>
/// <param name="Id">Such as customfield_10010.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Options">What may be chosen; empty for free text.</param>
internal sealed record RequiredField(string Id, string Name, IReadOnlyList<string> Options);
