namespace Hongyan.Simulator.World;

/// <summary>Who sees an app (可见范围): the app sends to and reads these alone.</summary>
/// <param name="UserIds">Members.</param>
/// <param name="DepartmentIds">Departments, with those below them.</param>
/// <param name="TagIds">Tags.</param>
public sealed record VisibleScope(IReadOnlyList<string> UserIds, IReadOnlyList<int> DepartmentIds, IReadOnlyList<int> TagIds)
{
    /// <summary>The whole company.</summary>
    public static VisibleScope Everybody { get; } = new([], [Department.RootId], []);
}
