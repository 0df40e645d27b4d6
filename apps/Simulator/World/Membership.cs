namespace Hongyan.Simulator.World;

/// <summary>A member's place in a department.</summary>
/// <param name="DepartmentId">The department.</param>
/// <param name="Order">Larger comes first.</param>
/// <param name="IsLeader">部门负责人.</param>
public sealed record Membership(int DepartmentId, long Order = 0, bool IsLeader = false);
