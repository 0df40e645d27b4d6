namespace Hongyan.WeCom;

/// <summary>Who could not be invited; everybody else was.</summary>
public sealed record InvitationResult
{
    /// <summary>Members that do not exist or are out of the application's scope.</summary>
    public IReadOnlyList<string> InvalidUserIds { get; init; } = [];

    /// <summary>Departments, likewise.</summary>
    public IReadOnlyList<int> InvalidDepartmentIds { get; init; } = [];

    /// <summary>Tags, likewise.</summary>
    public IReadOnlyList<int> InvalidTagIds { get; init; } = [];
}
