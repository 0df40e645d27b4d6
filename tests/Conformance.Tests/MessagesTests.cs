using Hongyan.WeCom;
using System.Text.Json.Nodes;
using SampleApps = Hongyan.Simulator.WeCom.SampleApps;

namespace Hongyan.Conformance.Tests;

/// <summary>Messages of an application, sent and looked at.</summary>
public sealed class MessagesTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>, IAsyncLifetime
{
    private static readonly ButtonInteractionCard Approval = new()
    {
        MainTitle = new CardTitle("请假申请", "张三 三天"),
        TaskId = "leave-42",
        Buttons = [new CardButton("同意", "yes"), new CardButton("拒绝", "no") { Style = 2 }],
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private WeComMessages Messages => platform.Client.Messages;

    public async ValueTask InitializeAsync() => await platform.ResetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<JsonNode> LastOfAsync(string userId) =>
        (await platform.ControlAsync(HttpMethod.Get, $"/sim/apps/demo/members/{userId}/conversation"))!.AsArray()[^1]!;

    private async Task<int> CountOfAsync(string userId) =>
        (await platform.ControlAsync(HttpMethod.Get, $"/sim/apps/demo/members/{userId}/conversation"))!.AsArray().Count;

    private static async Task<int> CodeOfAsync(Task call) => (await Assert.ThrowsAsync<PlatformApiException>(() => call)).Code;

    [Fact]
    public async Task SendAsync_Text_ArrivesAsItIs()
    {
        var sent = await Messages.SendAsync(Recipients.User("zhangsan"), "你好🦆\n<a href=\"https://example.com/?a=1&b=2\">看</a>", cancellationToken: Cancellation);

        Assert.True(sent.ReachesEverybody);
        Assert.Null(sent.ResponseCode);
        var last = await LastOfAsync("zhangsan");
        Assert.Equal("out", (string)last["direction"]!);
        Assert.Equal("你好🦆\n<a href=\"https://example.com/?a=1&b=2\">看</a>", (string)last["content"]!);
        Assert.Equal(sent.MessageId, (string)last["details"]!["msgId"]!);
    }

    public static TheoryData<string> Types => [.. PushesOfAllTypes("m").Select(push => push.GetType().Name)];

    [Theory]
    [MemberData(nameof(Types))]
    public async Task SendAsync_EveryType_IsTakenAndShown(string type)
    {
        var push = PushesOfAllTypes(await UploadAsync()).Single(push => push.GetType().Name == type);

        await Messages.SendAsync(Recipients.User("lisi"), push, cancellationToken: Cancellation);

        Assert.NotEmpty((string)(await LastOfAsync("lisi"))["content"]!);
    }

    private static List<Push> PushesOfAllTypes(string mediaId) =>
    [
        new TextPush("你好"),
        new ImagePush(mediaId),
        new VoicePush(mediaId),
        new VideoPush(mediaId) { Title = "片名", Description = "说明" },
        new FilePush(mediaId),
        new TextCardPush { Title = "领奖通知", Description = "<div class=\"gray\">今天</div>", Url = "https://example.com", ButtonText = "更多" },
        new NewsPush(new PushArticle { Title = "中秋节", Description = "放假", Link = "https://example.com", PictureUrl = "https://example.com/a.png" }),
        new HostedNewsPush(new HostedArticle { Title = "通知", PictureMediaId = mediaId, Html = "<p>正文</p>", Author = "行政", Digest = "摘要" }),
        new MarkdownPush("**重要** <font color=\"warning\">截止</font>"),
        new MiniProgramPush { AppId = "wx1", PagePath = "pages/a", Title = "会议室预订", Description = "预订成功了", Items = [new("时间", "十点")] },
        new TemplateCardPush(Approval),
    ];

    public static TheoryData<string> CardTypes => [.. Cards.Select(card => card.GetType().Name)];

    private static IReadOnlyList<TemplateCard> Cards { get; } =
    [
        new TextNoticeCard
        {
            Source = new() { IconUrl = "https://example.com/i.png", Description = "企业微信", Color = CardSourceColor.Green },
            ActionMenu = new() { Description = "更多操作", Items = [new("不再提醒", "mute")] },
            TaskId = "notice-1",
            MainTitle = new("欢迎", "说明"),
            Emphasis = new("100", "已下载"),
            Quote = new() { Title = "引用", Text = "内容", Link = "https://example.com" },
            SubTitle = "下载 App",
            Fields = [new("邀请人", "张三"), new("官网", "点击") { Url = "https://example.com" }],
            Jumps = [new("官网", "https://example.com"), new("程序", CardLink.ToMiniProgram("wx1", "pages/a"))],
            Action = "https://example.com",
        },
        new NewsNoticeCard
        {
            MainTitle = "图文", Action = CardLink.ToMiniProgram("wx1"), Image = new("https://example.com/a.png"),
            ImageText = new("https://example.com/b.png") { Title = "左图右文", Description = "说明", Link = "https://example.com" },
            Paragraphs = [new("段", "落")],
        },
        Approval with { Selection = new() { QuestionKey = "level", Title = "级别", Options = [new("1", "一"), new("2", "二")], SelectedId = "2" } },
        new VoteInteractionCard
        {
            MainTitle = "团建去哪", TaskId = "vote-1",
            Checkbox = new() { QuestionKey = "where", AllowsSeveral = true, Options = [new("a", "山") { IsChecked = true }, new("b", "海")] },
            SubmitButton = new("提交", "submit"),
        },
        new MultipleInteractionCard
        {
            MainTitle = "信息登记", TaskId = "form-1",
            Selects = [new() { QuestionKey = "city", Title = "城市", Options = [new("gz", "广州"), new("sz", "深圳")] }],
            SubmitButton = new("提交", "submit"),
        },
    ];

    [Theory]
    [MemberData(nameof(CardTypes))]
    public async Task SendAsync_EveryTypeOfCard_ArrivesWhole(string type)
    {
        var card = Cards.Single(card => card.GetType().Name == type);

        var sent = await Messages.SendAsync(Recipients.User("lisi"), new TemplateCardPush(card), cancellationToken: Cancellation);

        // Notices without a menu cannot be updated, so there is no code.
        Assert.Equal(card is NewsNoticeCard, sent.ResponseCode is null);
        var shown = (await LastOfAsync("lisi"))["details"]!["card"]!;
        Assert.Equal(card.TaskId, (string?)shown["task_id"]);
        Assert.Equal(card.MainTitle?.Title, (string?)shown["main_title"]!["title"]);
    }

    [Fact]
    public async Task SendAsync_SomeCannotBeReached_SaysWho()
    {
        var recipients = Recipients.Users("ZhangSan", "Nobody") with { DepartmentIds = [4, 99], TagIds = [1, 77] };

        var sent = await Messages.SendAsync(recipients, "hi", cancellationToken: Cancellation);

        Assert.Equal(["nobody"], sent.InvalidUserIds);
        Assert.Equal([99], sent.InvalidDepartmentIds);
        Assert.Equal([77], sent.InvalidTagIds);
        Assert.False(sent.ReachesEverybody);
        // zhaomin is in department 4 and has the tag, and still gets it once.
        int[] counts = [await CountOfAsync("zhangsan"), await CountOfAsync("zhaomin"), await CountOfAsync("wangwei"), await CountOfAsync("lisi")];
        Assert.Equal([1, 1, 1, 0], counts);
    }

    [Fact]
    public async Task SendAsync_Everyone_ReachesAll()
    {
        await Messages.SendAsync(Recipients.Everyone, "全体", cancellationToken: Cancellation);

        Assert.Equal("全体", (string)(await LastOfAsync("chenjing"))["content"]!);
    }

    [Fact]
    public async Task SendAsync_NobodyCanBeReached_IsRefusedWith81013()
    {
        var refusal = await Assert.ThrowsAsync<PlatformApiException>(
            () => Messages.SendAsync(Recipients.User("nobody"), "hi", cancellationToken: Cancellation));

        Assert.Equal(81013, refusal.Code);
        Assert.Contains("可见范围", refusal.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_UnknownMedia_IsRefusedWith40007() =>
        Assert.Equal(40007, await CodeOfAsync(Messages.SendAsync(Recipients.User("lisi"), new FilePush("nothing"), cancellationToken: Cancellation)));

    [Fact]
    public async Task SendAsync_MediaAfterThreeDays_IsRefusedWith40007()
    {
        var mediaId = await UploadAsync();
        await platform.AdvanceAsync(TimeSpan.FromDays(3));

        Assert.Equal(40007, await CodeOfAsync(Messages.SendAsync(Recipients.User("lisi"), new FilePush(mediaId), cancellationToken: Cancellation)));
    }

    [Fact]
    public async Task SendAsync_ConfidentialNews_IsRefusedWith40074()
    {
        var news = new NewsPush(new PushArticle { Title = "t", Link = "https://example.com" });

        Assert.Equal(40074, await CodeOfAsync(Messages.SendAsync(
            Recipients.User("lisi"), news, new PushOptions { Confidentiality = Confidentiality.Confidential }, Cancellation)));
    }

    [Theory]
    [InlineData(1000003, 301002)]
    [InlineData(7, 40056)]
    public async Task SendAsync_AgentIdOfAnotherOrNoApp_IsRefused(int agentId, int code)
    {
        var client = platform.ClientOf(SampleApps.Demo with { AgentId = agentId });

        Assert.Equal(code, await CodeOfAsync(client.Messages.SendAsync(Recipients.User("lisi"), "hi", cancellationToken: Cancellation)));
    }

    [Fact]
    public async Task SendAsync_SameMessageWithDuplicateCheck_IsShownOnce()
    {
        var options = new PushOptions { DuplicateCheck = TimeSpan.FromMinutes(30) };

        await Messages.SendAsync(Recipients.User("lisi"), "一次", options, Cancellation);
        var second = await Messages.SendAsync(Recipients.User("lisi"), "一次", options, Cancellation);

        Assert.NotEmpty(second.MessageId);
        Assert.Equal(1, await CountOfAsync("lisi"));
    }

    [Fact]
    public async Task SendAsync_IdsToTranslate_ShowsNames()
    {
        await Messages.SendAsync(Recipients.User("lisi"), "找 $userName=zhangsan$", new PushOptions { TranslatesIds = true }, Cancellation);

        Assert.Equal("找 张三", (string)(await LastOfAsync("lisi"))["content"]!);
    }

    [Fact]
    public async Task RecallAsync_WithinADay_TakesItBackOnce()
    {
        var sent = await Messages.SendAsync(Recipients.User("lisi"), "错了", cancellationToken: Cancellation);

        await Messages.RecallAsync(sent.MessageId, Cancellation);

        Assert.True((bool)(await LastOfAsync("lisi"))["details"]!["isRecalled"]!);
        Assert.Equal(40058, await CodeOfAsync(Messages.RecallAsync(sent.MessageId, Cancellation)));
    }

    [Fact]
    public async Task RecallAsync_AfterADay_IsRefusedWith40058()
    {
        var sent = await Messages.SendAsync(Recipients.User("lisi"), "错了", cancellationToken: Cancellation);
        await platform.AdvanceAsync(TimeSpan.FromHours(25));

        Assert.Equal(40058, await CodeOfAsync(Messages.RecallAsync(sent.MessageId, Cancellation)));
    }

    [Fact]
    public async Task UpdateButtonAsync_WithTheCodeOfTheMessage_ChangesTheCardOnce()
    {
        var sent = await Messages.SendAsync(Recipients.Users("lisi", "zhangsan"), new TemplateCardPush(Approval), cancellationToken: Cancellation);

        var unchanged = await Messages.UpdateButtonAsync(Recipients.Users("lisi", "wangwei"), sent.ResponseCode!, "已同意", Cancellation);

        Assert.Equal(["wangwei"], unchanged);
        Assert.Equal("已同意", (string)(await LastOfAsync("lisi"))["details"]!["replacedButton"]!);
        Assert.Null((await LastOfAsync("zhangsan"))["details"]!["replacedButton"]);
        Assert.Equal(60140, await CodeOfAsync(Messages.UpdateButtonAsync(Recipients.User("zhangsan"), sent.ResponseCode!, "已同意", Cancellation)));
    }

    [Fact]
    public async Task UpdateButtonAsync_AfterThreeDays_IsRefusedWith60140()
    {
        var sent = await Messages.SendAsync(Recipients.User("lisi"), new TemplateCardPush(Approval), cancellationToken: Cancellation);
        await platform.AdvanceAsync(TimeSpan.FromHours(73));

        Assert.Equal(60140, await CodeOfAsync(Messages.UpdateButtonAsync(Recipients.User("lisi"), sent.ResponseCode!, "已同意", Cancellation)));
    }

    [Fact]
    public async Task UpdateCardAsync_AnotherCard_TakesItsPlaceAndKeepsTheTask()
    {
        var sent = await Messages.SendAsync(Recipients.User("lisi"), new TemplateCardPush(Approval), cancellationToken: Cancellation);

        var unchanged = await Messages.UpdateCardAsync(
            Recipients.Everyone, sent.ResponseCode!, new TextNoticeCard { MainTitle = "已同意", Action = "https://example.com" }, Cancellation);

        Assert.Equal(["chenjing", "wangwei", "zhangsan", "zhaomin"], unchanged.Order());
        var card = (await LastOfAsync("lisi"))["details"]!["card"]!;
        Assert.Equal(("已同意", "leave-42"), ((string)card["main_title"]!["title"]!, (string)card["task_id"]!));
    }

    [Fact]
    public async Task UpdateCardAsync_UnknownCode_IsRefusedWith60140() =>
        Assert.Equal(60140, await CodeOfAsync(Messages.UpdateCardAsync(Recipients.User("lisi"), "nothing", Approval, Cancellation)));

    private async Task<string> UploadAsync()
    {
        using var content = new MemoryStream("0123456789"u8.ToArray());
        return (await platform.Client.Media.UploadAsync(MediaType.File, "表.csv", content, Cancellation)).MediaId;
    }
}
