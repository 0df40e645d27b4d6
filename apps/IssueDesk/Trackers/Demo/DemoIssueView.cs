namespace Hongyan.IssueDesk.Trackers.Demo;

/// <summary>What the page of an issue shows.</summary>
public sealed record DemoIssueView(DemoIssue Issue)
{
    /// <summary>In the desk's time zone.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    public IReadOnlyList<string> Comments { get; init; } = [];

    public IReadOnlyList<(long Id, string Name, bool IsPicture)> Files { get; init; } = [];

    /// <summary>The name of the form's field against forged requests, and its value.</summary>
    public string TokenField { get; init; } = "";

    public string Token { get; init; } = "";
}
