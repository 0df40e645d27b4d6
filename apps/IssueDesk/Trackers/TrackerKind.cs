namespace Hongyan.IssueDesk.Trackers;

/// <summary>The trackers that the desk knows.</summary>
internal enum TrackerKind
{
    /// <summary>Nobody has said which one yet: what people confirm waits. In Development this is <see cref="Demo"/>.</summary>
    None,

    /// <summary>Keeps issues in the desk's own store and shows them at <c>/demo/issues</c>.</summary>
    Demo,

    /// <summary>Jira Server and Data Center, API version 2.</summary>
    JiraServer,

    /// <summary>Jira Cloud, API version 3.</summary>
    JiraCloud,
}
