using System.Text.Json.Nodes;

namespace Hongyan.Simulator.World;

/// <summary>A member of the company (成员).</summary>
public sealed record Member
{
    /// <summary>UserID, as callbacks carry it in FromUserName.</summary>
    public required string UserId { get; init; }

    /// <summary>姓名.</summary>
    public required string Name { get; init; }

    /// <summary>别名.</summary>
    public string Alias { get; init; } = "";

    /// <summary>手机号; empty when the member has none. Nobody else has the same.</summary>
    public string Mobile { get; init; } = "";

    /// <summary>邮箱; empty when the member has none. Nobody else has the same.</summary>
    public string Email { get; init; } = "";

    /// <summary>企业邮箱.</summary>
    public string BizMail { get; init; } = "";

    /// <summary>职务.</summary>
    public string Position { get; init; } = "";

    /// <summary>性别.</summary>
    public MemberGender Gender { get; init; }

    /// <summary>座机.</summary>
    public string Telephone { get; init; } = "";

    /// <summary>地址.</summary>
    public string Address { get; init; } = "";

    /// <summary>头像; empty: the simulator draws one.</summary>
    public string Avatar { get; init; } = "";

    /// <summary>The departments the member is in, one at least.</summary>
    public required IReadOnlyList<Membership> Departments { get; init; }

    /// <summary>主部门, one of them.</summary>
    /// <value>The first of the departments.</value>
    public int MainDepartment
    {
        get => field != 0 ? field : Departments[0].DepartmentId;
        init;
    }

    /// <summary>UserIDs of the 直属上级.</summary>
    public IReadOnlyList<string> DirectLeaders { get; init; } = [];

    /// <summary>激活状态.</summary>
    public MemberStatus Status { get; init; } = MemberStatus.Active;

    /// <summary>扩展属性 (extattr), as it came; null when there is none. Not to be changed.</summary>
    public JsonObject? ExtendedAttributes { get; init; }

    /// <summary>对外职务.</summary>
    public string ExternalPosition { get; init; } = "";

    /// <summary>Whether the member can open apps and get messages.</summary>
    public bool IsActive => Status == MemberStatus.Active;

    /// <summary>Whether this is the member's UserID; upper and lower case are the same.</summary>
    public bool IsCalled(string userId) => string.Equals(UserId, userId, StringComparison.OrdinalIgnoreCase);
}
