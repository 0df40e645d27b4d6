using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Control;

/// <summary>A department to add, or what to change of one: what is left out stays as it is.</summary>
/// <param name="Id">Number of a new department; without it the next free one.</param>
/// <param name="Name">部门名称, 1 to 64 characters. Needed to add one.</param>
/// <param name="ParentId">The department above; a new one is below the root without it.</param>
/// <param name="Order">Larger comes first.</param>
/// <param name="NameEn">英文名称.</param>
public sealed record DepartmentChange(int? Id = null, string? Name = null, int? ParentId = null, long? Order = null, string? NameEn = null)
{
    /// <summary>The department that is added.</summary>
    internal Department ToDepartment() => ApplyTo(new(Id ?? 0, "", Department.RootId));

    /// <summary>The department with what was given.</summary>
    internal Department ApplyTo(Department department) => department with
    {
        Name = Name ?? department.Name,
        ParentId = ParentId ?? department.ParentId,
        Order = Order ?? department.Order,
        NameEn = NameEn ?? department.NameEn,
    };
}
