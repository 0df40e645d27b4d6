namespace Hongyan.Simulator.World;

/// <summary>The company that the simulator starts with, and returns to after a reset.</summary>
public static class SampleWorld
{
    /// <summary>鸿雁示例公司.</summary>
    public static Corp Corp { get; } = new("ww2075aefc195e57e9", "鸿雁示例公司");

    /// <summary>The departments, root first.</summary>
    public static IReadOnlyList<Department> Departments { get; } =
    [
        new(1, Corp.Name, 0),
        new(2, "研发部", 1),
        new(3, "产品部", 1),
        new(4, "客户服务部", 1),
        new(5, "综合管理部", 1),
        new(6, "测试组", 2),
    ];

    /// <summary>The five people who can use the apps.</summary>
    public static IReadOnlyList<Member> Members { get; } =
    [
        new()
        {
            UserId = "zhangsan", Name = "张三", Position = "后端工程师", Departments = [new(2, IsLeader: true)], Gender = MemberGender.Male,
            Mobile = "13800000001", Email = "zhangsan@example.com",
        },
        new()
        {
            UserId = "lisi", Name = "李思", Alias = "思思", Position = "产品经理", Departments = [new(3, IsLeader: true)], Gender = MemberGender.Female,
            Mobile = "13800000002", Email = "lisi@example.com",
        },
        new()
        {
            UserId = "wangwei", Name = "王伟", Position = "测试工程师", Departments = [new(6), new(3)], Gender = MemberGender.Male,
            Mobile = "13800000003", Email = "wangwei@example.com", DirectLeaders = ["zhangsan"],
        },
        new()
        {
            UserId = "zhaomin", Name = "赵敏", Position = "客服主管", Departments = [new(4, IsLeader: true)], Gender = MemberGender.Female,
            Mobile = "13800000004", Email = "zhaomin@example.com",
        },
        new()
        {
            UserId = "chenjing", Name = "陈静", Position = "行政专员", Departments = [new(5)], Gender = MemberGender.Female,
            Mobile = "13800000005", Email = "chenjing@example.com",
        },
    ];

    /// <summary>The tags.</summary>
    public static IReadOnlyList<Tag> Tags { get; } = [new(1, "值班", ["wangwei", "zhaomin"], [])];

    /// <summary>The Secret of 通讯录同步.</summary>
    public const string ContactsSecret = "pT4kVw2nZr8cQy6mLs0dJx5bHg3fUa7eNi9oKt1RvWM";
}
