namespace Hongyan.IssueDesk.Trackers.Demo;

/// <summary>An issue of the demo tracker.</summary>
public sealed class DemoIssue
{
    /// <summary>Such as DEMO-1.</summary>
    public required string Key { get; set; }

    public required string Project { get; set; }

    /// <summary>Counts up in its project.</summary>
    public int Number { get; set; }

    /// <summary>The label of the draft that it came from.</summary>
    public required string Marker { get; set; }

    public required string IssueType { get; set; }

    public string? Priority { get; set; }

    public required string Title { get; set; }

    public string Description { get; set; } = "";

    public required string Reporter { get; set; }

    public required string State { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public DateTimeOffset ChangedAt { get; set; }
}
