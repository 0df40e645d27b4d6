namespace Hongyan.IssueDesk.Trackers;

/// <summary>An issue of the tracker.</summary>
/// <param name="Key">Such as CRM-24.</param>
/// <param name="Title">What it is called.</param>
/// <param name="State">Its state as the tracker names it; empty where nothing is known.</param>
/// <param name="Url">Its page.</param>
internal sealed record TrackedIssue(string Key, string Title, string State, string Url);
