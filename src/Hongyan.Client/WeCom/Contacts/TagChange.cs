namespace Hongyan.WeCom;

/// <summary>Who gets a tag or loses it; at least one list has somebody in it.</summary>
public sealed record TagChange
{
    /// <summary>Up to 1000 ids of members.</summary>
    public IReadOnlyList<string> UserIds { get; init; } = [];

    /// <summary>Up to 100 ids of departments.</summary>
    public IReadOnlyList<int> DepartmentIds { get; init; } = [];
}
