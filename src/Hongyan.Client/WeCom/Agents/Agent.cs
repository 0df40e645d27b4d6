namespace Hongyan.WeCom;

/// <summary>An application of the corp (应用), as its page in the admin console shows it.</summary>
public sealed record Agent
{
    /// <summary>The id (AgentId).</summary>
    public required int AgentId { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The picture.</summary>
    public string? LogoUrl { get; init; }

    /// <summary>What it is for; null where nothing is said.</summary>
    public string? Description { get; init; }

    /// <summary>Members in the scope (应用可见范围).</summary>
    public IReadOnlyList<string> VisibleUserIds { get; init; } = [];

    /// <summary>Departments in the scope, with everything below them.</summary>
    public IReadOnlyList<int> VisibleDepartmentIds { get; init; } = [];

    /// <summary>Tags in the scope.</summary>
    public IReadOnlyList<int> VisibleTagIds { get; init; } = [];

    /// <summary>Whether it has been stopped (停用).</summary>
    public bool IsDisabled { get; init; }

    /// <summary>The trusted domain (可信域名): host, and port where it is not the usual one; null where none is set.</summary>
    public string? TrustedDomain { get; init; }

    /// <summary>Whether a member's place is reported when the application is opened (上报地理位置).</summary>
    public bool ReportsLocation { get; init; }

    /// <summary>Whether it is reported that a member opens the application (上报用户进入应用).</summary>
    public bool ReportsEntering { get; init; }

    /// <summary>The page that opens from the workbench (应用主页); null where the conversation opens.</summary>
    public string? HomeUrl { get; init; }
}
