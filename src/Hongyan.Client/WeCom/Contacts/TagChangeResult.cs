namespace Hongyan.WeCom;

/// <summary>Who could not get or lose the tag; everybody else did.</summary>
public sealed record TagChangeResult
{
    /// <summary>Members that do not exist or are out of the application's scope.</summary>
    public IReadOnlyList<string> InvalidUserIds { get; init; } = [];

    /// <summary>Departments, likewise.</summary>
    public IReadOnlyList<int> InvalidDepartmentIds { get; init; } = [];
}
