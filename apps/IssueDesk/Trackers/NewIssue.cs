namespace Hongyan.IssueDesk.Trackers;

/// <summary>An issue to be created.</summary>
internal sealed record NewIssue
{
    public required string Project { get; init; }

    /// <summary>The type: a name, or digits for an id.</summary>
    public required string IssueType { get; init; }

    /// <summary>One line of at most 255 characters.</summary>
    public required string Title { get; init; }

    /// <summary>Plain text: nothing in it is markup.</summary>
    public required string Description { get; init; }

    /// <summary>The whole description where it was cut; to be attached.</summary>
    public string? Rest { get; init; }

    public string? Priority { get; init; }

    /// <summary>All labels, the marker among them.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>The label that this issue is found by.</summary>
    public required string Marker { get; init; }

    /// <summary>The reporter's name in the tracker; null: the robot itself.</summary>
    public string? Reporter { get; init; }

    /// <summary>Who reported it, for people to read: 张三 (zhangsan).</summary>
    public required string ReporterName { get; init; }

    /// <summary>Answers to required fields, by the field's id.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();
}
