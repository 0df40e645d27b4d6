namespace Hongyan.Simulator.World;

/// <summary>A member of the company (成员).</summary>
/// <param name="UserId">UserID, as callbacks carry it in FromUserName.</param>
/// <param name="Name">姓名.</param>
/// <param name="Position">职务.</param>
/// <param name="DepartmentId">The main department.</param>
public sealed record Member(string UserId, string Name, string Position, int DepartmentId);
