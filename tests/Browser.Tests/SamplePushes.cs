using Hongyan.WeCom;

namespace Hongyan.Browser.Tests;

/// <summary>One message of every type and one card of every kind.</summary>
internal static class SamplePushes
{
    /// <summary>A card that waits for somebody to decide.</summary>
    public static ButtonInteractionCard Bug { get; } = new()
    {
        MainTitle = new CardTitle("BUG-42 登录失败", "李思提交"),
        TaskId = "bug-42",
        Selection = new() { QuestionKey = "level", Title = "优先级", Options = [new("1", "高"), new("2", "中")], SelectedId = "2" },
        Buttons = [new CardButton("受理", "accept"), new CardButton("驳回", "reject") { Style = 3 }],
    };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Push> All(string mediaId) =>
    [
        new TextPush("你好 <a href=\"https://example.com\">看这里</a>"),
        new ImagePush(mediaId),
        new VideoPush(mediaId) { Title = "片名", Description = "说明" },
        new FilePush(mediaId),
        new TextCardPush { Title = "领奖通知", Description = "<div class=\"gray\">今天</div><div class=\"highlight\">请领取</div>", Url = "https://example.com" },
        new NewsPush(new PushArticle { Title = "中秋节", Description = "放假", Link = "https://example.com" }),
        new MpNewsPush(new MpNewsArticle { Title = "通知", PictureMediaId = mediaId, Html = "<p>正文</p>", Author = "行政" }),
        new MarkdownPush("## 标题\n**重要** <font color=\"warning\">截止</font> <font color=\"info\">正常</font> <font color=\"comment\">备注</font>\n> 引用 `代码` [链接](https://example.com)"),
        new MiniProgramPush { AppId = "wx1", PagePath = "pages/a", Title = "会议室预订", Description = "预订成功了", Items = [new("时间", "十点")] },
        new TemplateCardPush(new TextNoticeCard
        {
            Source = new() { Description = "企业微信", Color = CardSourceColor.Green },
            ActionMenu = new() { Description = "更多操作", Items = [new("不再提醒", "mute")] },
            TaskId = "notice-1",
            MainTitle = new("欢迎", "说明"),
            Emphasis = new("100", "已下载"),
            Quote = new() { Title = "引用", Text = "内容", Link = "https://example.com" },
            Fields = [new("邀请人", "张三"), new("官网", "点击") { Url = "https://example.com" }],
            Jumps = [new("官网", "https://example.com")],
            Action = "https://example.com",
        }),
        new TemplateCardPush(Bug),
        new TemplateCardPush(new VoteInteractionCard
        {
            MainTitle = "团建去哪", TaskId = "vote-1",
            Checkbox = new() { QuestionKey = "where", AllowsSeveral = true, Options = [new("a", "山") { IsChecked = true }, new("b", "海")] },
            SubmitButton = new("提交", "submit"),
        }),
        new TemplateCardPush(new MultipleInteractionCard
        {
            MainTitle = "信息登记", TaskId = "form-1",
            Selects = [new() { QuestionKey = "city", Title = "城市", Options = [new("gz", "广州"), new("sz", "深圳")] }],
            SubmitButton = new("提交", "submit"),
        }),
    ];
}
