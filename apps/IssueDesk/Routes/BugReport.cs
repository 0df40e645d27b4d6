namespace Hongyan.IssueDesk.Routes;

/// <summary>A text that reports a bug.</summary>
/// <param name="Route">Which kind of bug.</param>
/// <param name="Text">What is said of it, without the command.</param>
/// <param name="IsCommand">Whether it began with a command.</param>
internal sealed record BugReport(BugRoute Route, string Text, bool IsCommand);
