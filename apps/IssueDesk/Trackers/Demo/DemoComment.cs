namespace Hongyan.IssueDesk.Trackers.Demo;

/// <summary>A comment on an issue of the demo tracker.</summary>
internal sealed class DemoComment
{
    public long Id { get; set; }

    public required string IssueKey { get; set; }

    public required string Text { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
}
