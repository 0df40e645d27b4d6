namespace Hongyan.IssueDesk.Settings;

/// <summary>What sets a value from outside, so that the console cannot.</summary>
/// <param name="Origin">What kind of source.</param>
/// <param name="Name">What it is called there, such as IssueDesk__Tracker__Token.</param>
internal sealed record FixedValue(FixedOrigin Origin, string Name);
