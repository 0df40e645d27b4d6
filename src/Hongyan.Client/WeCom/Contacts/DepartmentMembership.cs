namespace Hongyan.WeCom;

/// <summary>A member's place in one department (所属部门).</summary>
public sealed record DepartmentMembership
{
    /// <summary>The department's id.</summary>
    public required int DepartmentId { get; init; }

    /// <summary>Where the member stands in the department's list: larger comes first, up to 4294967295.</summary>
    /// <value>0.</value>
    public uint Order { get; init; }

    /// <summary>Whether the member leads the department (部门负责人).</summary>
    public bool IsLeader { get; init; }
}
