using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Control;

/// <summary>A tag to add, or what to change of one: what is left out stays as it is.</summary>
/// <param name="Id">Number of a new tag; without it the next free one.</param>
/// <param name="Name">标签名, 1 to 32 characters. Needed to add one.</param>
/// <param name="UserIds">Everybody who has it; who does not exist is left out.</param>
/// <param name="DepartmentIds">Departments all of whose members have it.</param>
public sealed record TagChange(int? Id = null, string? Name = null, IReadOnlyList<string>? UserIds = null, IReadOnlyList<int>? DepartmentIds = null)
{
    /// <summary>The tag that is added.</summary>
    internal Tag ToTag() => ApplyTo(new(Id ?? 0, "", [], []));

    /// <summary>The tag with what was given.</summary>
    internal Tag ApplyTo(Tag tag) => tag with
    {
        Name = Name ?? tag.Name,
        UserIds = UserIds ?? tag.UserIds,
        DepartmentIds = DepartmentIds ?? tag.DepartmentIds,
    };
}
