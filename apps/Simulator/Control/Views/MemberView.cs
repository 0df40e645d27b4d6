namespace Hongyan.Simulator.Control;

/// <summary>A member with the name of the department.</summary>
public sealed record MemberView(string UserId, string Name, string Position, int DepartmentId, string Department);
