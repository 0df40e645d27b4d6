namespace Hongyan.WeCom;

/// <summary>Who is invited to WeCom (邀请成员); at least one list has somebody in it.</summary>
public sealed record Invitation
{
    /// <summary>Up to 1000 ids of members.</summary>
    public IReadOnlyList<string> UserIds { get; init; } = [];

    /// <summary>Up to 100 ids of departments.</summary>
    public IReadOnlyList<int> DepartmentIds { get; init; } = [];

    /// <summary>Up to 100 ids of tags.</summary>
    public IReadOnlyList<int> TagIds { get; init; } = [];
}
