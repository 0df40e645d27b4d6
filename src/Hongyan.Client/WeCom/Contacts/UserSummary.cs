namespace Hongyan.WeCom;

/// <summary>A member in a list of a department, without details.</summary>
public sealed record UserSummary
{
    /// <summary>The member's id (UserID).</summary>
    public required string UserId { get; init; }

    /// <summary>The name (姓名).</summary>
    public required string Name { get; init; }

    /// <summary>The ids of the departments that the member is in.</summary>
    public IReadOnlyList<int> DepartmentIds { get; init; } = [];
}
