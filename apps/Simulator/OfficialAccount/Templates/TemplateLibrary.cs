namespace Hongyan.Simulator.OfficialAccount;

/// <summary>The platform's library of template messages, as far as the simulator has one, and the industries.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Message_Management/Template_Message_Interface.html.</remarks>
internal static class TemplateLibrary
{
    /// <summary>Numbers of the two industries that an account has at first.</summary>
    public static readonly (int First, int Second) IndustriesAtFirst = (1, 16);

    private static readonly (string First, string Second)[] Industries =
    [
        ("IT科技", "互联网|电子商务"), ("IT科技", "IT软件与服务"), ("IT科技", "IT硬件与设备"), ("IT科技", "电子技术"), ("IT科技", "通信与运营商"), ("IT科技", "网络游戏"),
        ("金融业", "银行"), ("金融业", "证券|基金|理财|信托"), ("金融业", "保险"), ("餐饮", "餐饮"), ("酒店旅游", "酒店"), ("酒店旅游", "旅游"),
        ("运输与仓储", "快递"), ("运输与仓储", "物流"), ("运输与仓储", "仓储"), ("教育", "培训"), ("教育", "院校"),
        ("政府与公共事业", "学术科研"), ("政府与公共事业", "交警"), ("政府与公共事业", "博物馆"), ("政府与公共事业", "公共事业|非盈利机构"),
        ("医药护理", "医药医疗"), ("医药护理", "护理美容"), ("医药护理", "保健与卫生"),
        ("交通工具", "汽车相关"), ("交通工具", "摩托车相关"), ("交通工具", "火车相关"), ("交通工具", "飞机相关"),
        ("房地产", "房地产|建筑"), ("房地产", "物业"), ("消费品", "消费品"),
        ("商业服务", "法律"), ("商业服务", "广告|会展"), ("商业服务", "中介服务"), ("商业服务", "检测|认证"), ("商业服务", "会计|审计"),
        ("文体娱乐", "文化|传媒"), ("文体娱乐", "体育"), ("文体娱乐", "娱乐休闲"), ("印刷", "打印|印刷"), ("其它", "其它"),
    ];

    /// <summary>All templates: of industries (TM, OPENTM) and of categories (digits).</summary>
    public static IReadOnlyList<LibraryTemplate> All { get; } =
    [
        new("TM00015", "订单支付成功", 1,
        [
            new(1, "支付金额", "keyword", "99.00元"), new(2, "商品信息", "keyword", "教材一套"),
        ]),
        new("OPENTM204533457", "上课提醒通知", 16,
        [
            new(1, "课程", "keyword", "钢琴一对一"), new(2, "时间", "keyword", "周六 10:00"), new(3, "地点", "keyword", "二楼琴房"),
        ]),
        new("OPENTM405957075", "还款提醒", 7, [new(1, "金额", "keyword", "300元"), new(2, "还款日", "keyword", "每月 10 日")]),
        new("47123", "课程提醒", 612,
        [
            new(1, "课程名称", "thing", "钢琴一对一"), new(2, "上课时间", "time", "2026年9月1日 10:00"), new(3, "上课地点", "thing", "二楼琴房"),
            new(4, "授课老师", "name", "王老师"),
        ]),
        new("43216", "成绩发布通知", 612,
        [
            new(1, "考试名称", "thing", "期末考试"), new(2, "学号", "character_string", "20260901"), new(3, "分数", "number", "95"), new(4, "结果", "phrase", "合格"),
        ]),
        new("50123", "订单发货提醒", 307,
        [
            new(1, "订单编号", "character_string", "20260901001"), new(2, "商品名称", "thing", "教材一套"), new(3, "联系电话", "phone_number", "13800000000"),
            new(4, "发货时间", "time", "2026年9月1日 10:00"),
        ]),
    ];

    /// <summary>The template of this template_id_short, or null.</summary>
    public static LibraryTemplate? Find(string shortId) => All.FirstOrDefault(each => each.ShortId == shortId);

    /// <summary>The industry of this number, from 1; null when there is none.</summary>
    public static (string First, string Second)? Industry(long number) =>
        number >= 1 && number <= Industries.Length ? Industries[number - 1] : null;
}
