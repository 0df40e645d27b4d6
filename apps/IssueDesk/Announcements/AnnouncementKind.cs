namespace Hongyan.IssueDesk.Announcements;

/// <summary>What a card is for.</summary>
internal enum AnnouncementKind
{
    /// <summary>Shows a draft to its person, with 确认, 修改 and 取消.</summary>
    Preview = 0,

    /// <summary>Tells the group of a new bug.</summary>
    NewIssue = 1,

    /// <summary>Tells the group that the issue is in another state.</summary>
    IssueState = 2,

    /// <summary>Tells the reporter that the issue is in another state.</summary>
    ReporterState = 3,
}
