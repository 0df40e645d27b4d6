namespace Hongyan.WeCom;

/// <summary>One member in one department. A member of two departments is listed twice.</summary>
/// <param name="UserId">The member's id (UserID).</param>
/// <param name="DepartmentId">The department's id.</param>
public sealed record UserDepartment(string UserId, int DepartmentId);
