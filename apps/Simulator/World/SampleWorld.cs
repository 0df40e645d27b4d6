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
        new("zhangsan", "张三", "后端工程师", 2),
        new("lisi", "李思", "产品经理", 3),
        new("wangwei", "王伟", "测试工程师", 6),
        new("zhaomin", "赵敏", "客服主管", 4),
        new("chenjing", "陈静", "行政专员", 5),
    ];
}
