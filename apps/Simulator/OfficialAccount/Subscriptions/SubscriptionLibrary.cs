namespace Hongyan.Simulator.OfficialAccount;

/// <summary>The platform's library of subscribe messages (订阅通知), as far as the simulator has one.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Subscription_Messages/api.html.</remarks>
internal static class SubscriptionLibrary
{
    /// <summary>The categories of the account (类目).</summary>
    public static IReadOnlyList<(int Id, string Name)> Categories { get; } = [(612, "教育"), (307, "商家自营")];

    /// <summary>All titles, every one of them for a single consent (一次性订阅).</summary>
    public static IReadOnlyList<LibraryTemplate> All { get; } =
    [
        new("1701", "报名结果通知", 612,
        [
            new(1, "活动名称", "thing", "秋季运动会"), new(2, "报名结果", "phrase", "成功"), new(3, "活动时间", "time", "2026年9月1日 10:00"), new(4, "备注", "thing", "请带水杯"),
        ]),
        new("1702", "作业批改通知", 612, [new(1, "作业", "thing", "第三课"), new(2, "得分", "number", "95"), new(3, "老师", "name", "王老师")]),
        new("2301", "取货通知", 307, [new(1, "商品", "thing", "教材一套"), new(2, "取货码", "character_string", "A-7-3021"), new(3, "地点", "thing", "一楼前台")]),
    ];

    /// <summary>The title of this tid, or null.</summary>
    public static LibraryTemplate? Find(string tid) => All.FirstOrDefault(each => each.ShortId == tid);
}
