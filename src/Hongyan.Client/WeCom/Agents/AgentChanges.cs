namespace Hongyan.WeCom;

/// <summary>What is to change about the application. What is null stays as it is.</summary>
public sealed record AgentChanges
{
    /// <summary>The name: 2 to 32 characters.</summary>
    public string? Name { get; init; }

    /// <summary>What it is for: 4 to 120 characters.</summary>
    public string? Description { get; init; }

    /// <summary>The picture: a media id of <see cref="WeComMedia"/>.</summary>
    public string? LogoMediaId { get; init; }

    /// <summary>The trusted domain (可信域名); it must be proved to be the corp's (85005).</summary>
    public string? TrustedDomain { get; init; }

    /// <summary>Whether a member's place is reported when the application is opened.</summary>
    public bool? ReportsLocation { get; init; }

    /// <summary>Whether it is reported that a member opens the application.</summary>
    public bool? ReportsEntering { get; init; }

    /// <summary>The page that opens from the workbench; an empty text for none.</summary>
    public string? HomeUrl { get; init; }
}
