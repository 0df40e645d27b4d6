using Hongyan.IssueDesk.Settings;

namespace Hongyan.IssueDesk.Routes;

/// <summary>One kind of bug (bug 类型): how people name it, and the issue that it becomes.</summary>
internal sealed class BugRoute
{
    /// <summary>The kind that there is where none is configured: what the first bug robot listened for.</summary>
    public static BugRoute Usual { get; } = new()
    {
        Name = "CRM bug",
        Project = "CRM",
        IssueType = "Bug",
        Words = { "crm", "问题", "异常", "bug", "挂了", "炸了", "崩了", "报错", "打不开" },
        Commands = { "提bug", "报bug" },
    };

    /// <summary>What people read, such as CRM bug.</summary>
    public string Name { get; set; } = "";

    /// <summary>Found anywhere in a text, in upper or lower case; they stay in it.</summary>
    public IList<string> Words { get; } = [];

    /// <summary>Found at the start of a text and cut from it.</summary>
    public IList<string> Commands { get; } = [];

    /// <summary>The key of the tracker's project.</summary>
    public string Project { get; set; } = "";

    /// <summary>The issue type (问题类型): its name, or digits for its id.</summary>
    public string IssueType { get; set; } = "Bug";

    /// <summary>The priority (优先级) by name; null leaves it to the tracker.</summary>
    public string? Priority { get; set; }

    /// <summary>Labels (标签) of every issue.</summary>
    public IList<string> Labels { get; } = [];

    /// <summary>Whether the group reads the key and the type only.</summary>
    public bool IsRestricted { get; set; }

    /// <summary>Whether texts become bugs of this kind.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The group that hears of this kind.</summary>
    /// <value>null: <see cref="IssueDeskOptions.Group"/>.</value>
    public GroupOptions? Group { get; set; }

    public override string ToString() => string.IsNullOrEmpty(Name) ? $"{Project} {IssueType}" : Name;
}
