using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Control;

/// <summary>A member to add, or what to change of one: what is left out stays as it is.</summary>
public sealed record MemberChange
{
    /// <summary>UserID: 1 to 64 letters, digits, _ - @ . and the first a letter or digit. Needed to add somebody.</summary>
    public string? UserId { get; init; }

    /// <summary>姓名, 1 to 64 characters. Needed to add somebody.</summary>
    public string? Name { get; init; }

    /// <summary>别名.</summary>
    public string? Alias { get; init; }

    /// <summary>手机号, nobody else's.</summary>
    public string? Mobile { get; init; }

    /// <summary>邮箱, nobody else's.</summary>
    public string? Email { get; init; }

    /// <summary>职务, at most 128 characters.</summary>
    public string? Position { get; init; }

    /// <summary>性别.</summary>
    public MemberGender? Gender { get; init; }

    /// <summary>The departments, 1 to 100. Without them somebody who is added belongs to the root.</summary>
    public IReadOnlyList<Membership>? Departments { get; init; }

    /// <summary>主部门, one of the departments; 0: the first of them.</summary>
    public int? MainDepartment { get; init; }

    /// <summary>激活状态: <c>left</c> is what leaving the company does.</summary>
    public MemberStatus? Status { get; init; }

    /// <summary>The member who is added.</summary>
    internal Member ToMember() => ApplyTo(new() { UserId = UserId ?? "", Name = "", Departments = [new(Department.RootId)] });

    /// <summary>The member with what was given.</summary>
    internal Member ApplyTo(Member member) => member with
    {
        UserId = UserId ?? member.UserId,
        Name = Name ?? member.Name,
        Alias = Alias ?? member.Alias,
        Mobile = Mobile ?? member.Mobile,
        Email = Email ?? member.Email,
        Position = Position ?? member.Position,
        Gender = Gender ?? member.Gender,
        Departments = Departments ?? member.Departments,
        // Who moves leaves the old main department behind.
        MainDepartment = MainDepartment ?? (Departments?.Any(each => each.DepartmentId == member.MainDepartment) == false ? 0 : member.MainDepartment),
        Status = Status ?? member.Status,
    };
}
