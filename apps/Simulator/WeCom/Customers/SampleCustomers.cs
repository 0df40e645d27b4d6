namespace Hongyan.Simulator.WeCom;

/// <summary>The customers and tags that exist from the start.</summary>
public static class SampleCustomers
{
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.FromHours(8));

    /// <summary>Three people in WeChat.</summary>
    public static IReadOnlyList<Customer> All { get; } =
    [
        new() { ExternalUserId = "wmHYSIM000000000000000000000001", Name = "林晓", Gender = 2, UnionId = "oHYSIM-union-linxiao-000000001" },
        new() { ExternalUserId = "wmHYSIM000000000000000000000002", Name = "周明", Gender = 1, UnionId = "oHYSIM-union-zhouming-00000002" },
        new() { ExternalUserId = "wmHYSIM000000000000000000000003", Name = "何静怡", Gender = 2, UnionId = "oHYSIM-union-hejingyi-00000003" },
    ];

    /// <summary>林晓 is a customer of 赵敏 already.</summary>
    public static IReadOnlyList<CustomerFollow> Follows { get; } =
    [
        new() { UserId = "zhaomin", ExternalUserId = All[0].ExternalUserId, CreatedAt = Start, Remark = "林晓（一年级家长）", TagIds = ["etHYSIM00000000000000000000000a"] },
    ];

    /// <summary>Two tags in one group.</summary>
    public static IReadOnlyList<CustomerTagGroup> Tags { get; } =
    [
        new("etHYSIM000000000000000000000001", "客户等级", Start, 1,
        [
            new("etHYSIM00000000000000000000000a", "重点", Start, 2),
            new("etHYSIM00000000000000000000000b", "一般", Start, 1),
        ]),
    ];
}
