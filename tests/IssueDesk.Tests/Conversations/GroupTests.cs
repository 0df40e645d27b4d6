using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Hongyan.IssueDesk.Announcements;
using Hongyan.IssueDesk.Tests.Support;
using Hongyan.IssueDesk.Trackers;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.IssueDesk.Tests.Conversations;

/// <summary>A-19 to A-21: what the group and the reporter read of an issue, and what becomes of it when they cannot be reached.</summary>
public sealed class GroupTests : IAsyncLifetime
{
    private const string Used = """{"errcode":60140,"errmsg":"response_code used"}""";

    private static readonly (string, string)[] Chat = [("IssueDesk:Group:ChatId", "bugs"), ("IssueDesk:Administrators:0", "admin")];

    private FakeJira _jira = null!;
    private FakeWeb _robot = null!;

    public static TheoryData<string> Kinds => FakeJira.Kinds;

    private (string, string)[] Robot => [("IssueDesk:Group:RobotUrl", $"{_robot.Url}/cgi-bin/webhook/send?key=5f0c6a1e-93d7-4b52-8e4f-2a7d1c90b6e3"), ("IssueDesk:Administrators:0", "admin")];

    public async ValueTask InitializeAsync()
    {
        _jira = await FakeJira.StartAsync();
        _robot = await FakeWeb.StartAsync(_ => (200, """{"errcode":0,"errmsg":"ok"}"""));
    }

    public async ValueTask DisposeAsync()
    {
        await _robot.DisposeAsync();
        await _jira.DisposeAsync();
    }

    [Fact]
    public async Task A19_Chat_ReadsTheSummaryAndOpensTheIssue()
    {
        await using var desk = await Desk.StartAsync(Chat);
        await ReportAsync(desk, "登录页打不开，<b>点</b>了没反应");

        var sent = (await SentToTheChatAsync(desk))[0];

        Assert.Equal("bugs", (string)sent["chatid"]!);
        Assert.Equal("Bug 通知 CRM-1", (string)sent["textcard"]!["title"]!);
        Assert.Equal("<div class=\"gray\">zhangsan · 01-05 09:00</div><div class=\"normal\">登录页打不开<br>b&gt;点&lt;/b&gt;了没反应</div>", (string)sent["textcard"]!["description"]!);
        Assert.Equal(("http://desk.test/demo/issues/CRM-1", "详情"), ((string)sent["textcard"]!["url"]!, (string)sent["textcard"]!["btntxt"]!));
    }

    [Fact]
    public async Task A19_Robot_ReadsTheSummaryAndOpensTheIssue()
    {
        await using var desk = await Desk.StartAsync(Robot);
        await ReportAsync(desk, "登录页打不开，点了没反应");

        await Desk.UntilAsync(() => _robot.Requests.Count == 1);
        var card = JsonNode.Parse(_robot.Requests[0].Body)!["template_card"]!;

        Assert.Equal("text_notice", (string)card["card_type"]!);
        Assert.Equal(("Bug 通知 CRM-1", "登录页打不开", "点了没反应"), ((string)card["main_title"]!["title"]!, (string)card["main_title"]!["desc"]!, (string)card["sub_title_text"]!));
        Assert.Equal(["报告人 zhangsan", "时间 01-05 09:00"], card["horizontal_content_list"]!.AsArray().Select(field => $"{field!["keyname"]} {field["value"]}"));
        Assert.Equal("http://desk.test/demo/issues/CRM-1", (string)card["card_action"]!["url"]!);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A19_GroupRefuses_IsTriedFiveTimesAndTheReporterNeverNotices(bool isRobot)
    {
        await using var desk = await Desk.StartAsync(isRobot ? Robot : Chat);
        desk.Platform.Answers("/cgi-bin/appchat/send", _ => """{"errcode":86003,"errmsg":"chatid not exist"}""");
        _robot.Answer = _ => (200, """{"errcode":93000,"errmsg":"invalid webhook url"}""");
        (string, Func<Task>) Tried(int times) => ($"试了 {times} 次", () => Desk.UntilAsync(() => NewIssueCard(desk) is { State: AnnouncementState.Pending } card && card.Attempts == times));

        await ChatLog.PlayAsync(desk, "A-19 群卡片发不出去.txt", [Tried(1), Tried(2), Tried(3), Tried(4)]);

        Assert.Equal((5, AnnouncementState.Failed), (NewIssueCard(desk)!.Attempts, NewIssueCard(desk)!.State));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A20_LongReport_IsCutToWhatThePlatformTakes(bool isRobot)
    {
        await using var desk = await Desk.StartAsync(isRobot ? Robot : Chat);

        await ChatLog.PlayAsync(desk, "A-20 长的也放得下.txt", [("群里的卡片放得下", async () =>
        {
            var (title, description) = isRobot ? await RobotCardAsync() : await ChatCardAsync(desk);
            Assert.InRange(Encoding.UTF8.GetByteCount(title), 1, 128);
            Assert.InRange(Encoding.UTF8.GetByteCount(description), 400, 512);
            Assert.Matches(isRobot ? "很?…$" : "很?…</div>$", description);
        })]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A20_RestrictedProject_TellsTheGroupKeyAndTypeOnly(bool isRobot)
    {
        await using var desk = await Desk.StartAsync([.. isRobot ? Robot : Chat, ("IssueDesk:Routes:0:Project", "HR"), ("IssueDesk:Routes:0:IssueType", "薪酬"),
            ("IssueDesk:Routes:0:Words:0", "打不开"), ("IssueDesk:Routes:0:IsRestricted", "true")]);

        await ChatLog.PlayAsync(desk, "A-20 受限项目.txt", [("群里只有 HR-1 和薪酬", async () =>
            Assert.Equal(("Bug 通知 HR-1", isRobot ? "薪酬" : "<div class=\"normal\">薪酬</div>"), isRobot ? await RobotCardAsync() : await ChatCardAsync(desk)))]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A21_Webhook_TellsReporterAndGroupButNotOfOnesOwnDoing(string kind)
    {
        await using var desk = await StartWithUsedCardsAsync(kind, ("IssueDesk:Tracker:WebhookSecret", "hook-secret"));
        Task Hook(string state, string by) => HookAsync(desk, kind, state, by);

        await ChatLog.PlayAsync(desk, "A-21 状态变化.txt",
        [
            ("zsan 自己改成 In Progress", () => Hook("In Progress", "zsan")),
            ("lisi 改成 Done", async () =>
            {
                _jira.Change("CRM-1", "Done", "lisi");
                await Hook("Done", "lisi");
            }),
            ("同一个消息又来一次", () => Hook("Done", "lisi")),
            ("群里看到两次状态", () => TwoStatesAsync(desk)),
        ]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A21_Polling_TellsReporterAndGroupButNotOfOnesOwnDoing(string kind)
    {
        await using var desk = await StartWithUsedCardsAsync(kind);
        async Task Change(string state, string by)
        {
            _jira.Change("CRM-1", state, by);
            await desk.PassAsync(TimeSpan.FromMinutes(1));
            await Desk.UntilAsync(() => desk.Drafts()[0].IssueState == state);
        }

        await ChatLog.PlayAsync(desk, "A-21 状态变化.txt",
        [
            ("zsan 自己改成 In Progress", async () =>
            {
                await desk.PassAsync(TimeSpan.FromMinutes(1));
                await Desk.UntilAsync(() => desk.Drafts()[0].IssueState == "Open");
                await Change("In Progress", "zsan");
            }),
            ("lisi 改成 Done", () => Change("Done", "lisi")),
            ("同一个消息又来一次", () => desk.PassAsync(TimeSpan.FromMinutes(1))),
            ("群里看到两次状态", () => TwoStatesAsync(desk)),
        ]);
    }

    [Fact]
    public async Task A21_FreshCard_BecomesTheNewsOnce()
    {
        await using var desk = await Desk.StartAsync();
        var states = desk.Host.Services.GetRequiredService<IssueStates>();
        Task Change(string state) => states.ChangedAsync("CRM-1", state, byUser: null, TestContext.Current.CancellationToken);

        await ChatLog.PlayAsync(desk, "A-21 卡片变成新状态.txt",
        [
            ("张三点“确认”", () => desk.ClickAsync("zhangsan", "confirm")),
            ("改成处理中，卡片变了", async () =>
            {
                await Change("处理中");
                await Desk.UntilAsync(() => desk.Platform.Calls.Any(call => call.Path == "/cgi-bin/message/update_template_card"));
                var update = desk.Platform.Calls.Single(call => call.Path == "/cgi-bin/message/update_template_card").Body!;
                Assert.Equal("CRM-1 处理中", (string)update["template_card"]!["main_title"]!["title"]!);
            }),
            ("改成已解决", () =>
            {
                desk.Platform.Answers("/cgi-bin/message/update_template_card", _ => Used);
                return Change("已解决");
            }),
        ]);
    }

    private async Task<Desk> StartWithUsedCardsAsync(string kind, params (string, string)[] settings)
    {
        var desk = await Desk.StartAsync(_jira.Settings(kind, [.. Chat[..1], ("IssueDesk:Names:zhangsan", "zsan"), .. settings]));
        // A card could be changed instead of a message sent; here the message is looked at.
        desk.Platform.Answers("/cgi-bin/message/update_template_card", _ => Used);
        return desk;
    }

    private static async Task HookAsync(Desk desk, string kind, string state, string by)
    {
        using var browser = desk.Browser();
        using var content = new StringContent(new JsonObject
        {
            ["webhookEvent"] = "jira:issue_updated",
            ["user"] = new JsonObject { [kind == "JiraCloud" ? "accountId" : "name"] = by },
            ["issue"] = new JsonObject { ["key"] = "CRM-1" },
            ["changelog"] = new JsonObject { ["items"] = new JsonArray(new JsonObject { ["field"] = "status", ["toString"] = state }) },
        }.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await browser.PostAsync(new Uri("/hooks/jira/hook-secret", UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static async Task TwoStatesAsync(Desk desk)
    {
        await Desk.UntilAsync(() => desk.Platform.Calls.Count(call => call.Path == "/cgi-bin/appchat/send") >= 3);
        var cards = await SentToTheChatAsync(desk);
        Assert.Equal(["Bug 通知 CRM-1", "Bug 状态 CRM-1", "Bug 状态 CRM-1"], cards.Select(card => (string)card["textcard"]!["title"]!));
        Assert.Equal(["In Progress", "Done"], cards.Skip(1).Select(card => ((string)card["textcard"]!["description"]!).Split("状态: ")[1].Split('<')[0]));
    }

    private static async Task ReportAsync(Desk desk, string text)
    {
        await desk.Zhangsan.SaysAsync(text);
        await desk.Zhangsan.ReceivesAsync();
        await desk.Zhangsan.SaysAsync("确认");
        Assert.StartsWith("提交成功", (await desk.Zhangsan.ReceivesAsync()).Text, StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<JsonNode>> SentToTheChatAsync(Desk desk)
    {
        await Desk.UntilAsync(() => desk.Platform.Calls.Any(call => call.Path == "/cgi-bin/appchat/send"));
        return [.. desk.Platform.Calls.Where(call => call.Path == "/cgi-bin/appchat/send").Select(call => call.Body!)];
    }

    private static async Task<(string Title, string Description)> ChatCardAsync(Desk desk)
    {
        var card = (await SentToTheChatAsync(desk))[0]["textcard"]!;
        return ((string)card["title"]!, (string)card["description"]!);
    }

    private async Task<(string Title, string Description)> RobotCardAsync()
    {
        await Desk.UntilAsync(() => _robot.Requests.Count == 1);
        var card = JsonNode.Parse(_robot.Requests[0].Body)!["template_card"]!;
        return ((string)card["main_title"]!["title"]!, (string)card["sub_title_text"]!);
    }

    private static Announcement? NewIssueCard(Desk desk)
    {
        using var rows = desk.Store.OpenReader();
        return rows.Announcements.SingleOrDefault(announcement => announcement.Kind == AnnouncementKind.NewIssue);
    }
}
