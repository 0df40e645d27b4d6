using System.Text;
using Hongyan.IssueDesk.Announcements;
using Hongyan.IssueDesk.Tests.Support;
using Hongyan.IssueDesk.Trackers;
using Hongyan.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.IssueDesk.Tests.Conversations;

/// <summary>What the group reads, and what becomes of it when it cannot be reached. Each test carries the number of its behaviour.</summary>
public class AnnouncementTests
{
    private static readonly (string, string)[] Group = [("IssueDesk:Group:ChatId", "bugs"), ("IssueDesk:Administrators:0", "admin")];

    [Fact]
    public async Task A19_Group_ReadsTheSummaryAndOpensTheIssue()
    {
        await using var desk = await Desk.StartAsync(Group);
        await ReportAsync(desk, "登录页打不开，<b>点</b>了没反应");

        var card = await SentToTheGroupAsync(desk);

        Assert.Equal("BUG通知 CRM-1", (string)card["title"]!);
        Assert.Equal("<div class=\"gray\">zhangsan · 01-05 09:00</div><div class=\"normal\">登录页打不开<br>b&gt;点&lt;/b&gt;了没反应</div>", (string)card["description"]!);
        Assert.Equal("http://desk.test/demo/issues/CRM-1", (string)card["url"]!);
    }

    [Fact]
    public async Task A19_GroupRefuses_IsTriedFiveTimesAndTheReporterNeverNotices()
    {
        await using var desk = await Desk.StartAsync(Group);
        desk.Platform.Answers("/cgi-bin/appchat/send", _ => """{"errcode":86003,"errmsg":"chatid not exist"}""");

        Assert.StartsWith("提交成功", await ReportAsync(desk, "登录页打不开"), StringComparison.Ordinal);
        while (Attempts(desk).State != AnnouncementState.Failed)
        {
            await Desk.UntilAsync(() => Attempts(desk).State != AnnouncementState.Sending);
            await desk.PassAsync(TimeSpan.FromMinutes(61));
        }

        Assert.Contains("试了 5 次：", (await desk.Member("admin").ReceivesAsync()).Text, StringComparison.Ordinal);
        Assert.Equal((5, AnnouncementState.Failed), Attempts(desk));
    }

    [Fact]
    public async Task A20_LongReport_IsCutToWhatThePlatformTakes()
    {
        await using var desk = await Desk.StartAsync(Group);
        await ReportAsync(desk, "登录页打不开，" + string.Concat(Enumerable.Repeat("很<长>", 150)));

        var description = (string)(await SentToTheGroupAsync(desk))["description"]!;

        Assert.InRange(Encoding.UTF8.GetByteCount(description), 400, 512);
        Assert.EndsWith("…</div>", description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A20_RestrictedProject_TellsTheGroupKeyAndTypeOnly()
    {
        await using var desk = await Desk.StartAsync([.. Group, ("IssueDesk:Routes:0:Project", "HR"), ("IssueDesk:Routes:0:IssueType", "薪酬"), ("IssueDesk:Routes:0:Words:0", "打不开"), ("IssueDesk:Routes:0:IsRestricted", "true")]);
        await ReportAsync(desk, "工资单打不开");

        var card = await SentToTheGroupAsync(desk);

        Assert.Equal(("BUG通知 HR-1", "<div class=\"normal\">薪酬</div>"), ((string)card["title"]!, (string)card["description"]!));
        Assert.Equal("没有找到 HR-1，或者你看不到它。", await desk.Member("lisi").SaysAsync("HR-1"));
        Assert.Contains("工资单打不开", await desk.Zhangsan.SaysAsync("HR-1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A21_StateChanges_ReporterAndGroupHearOfItOnce()
    {
        await using var desk = await Desk.StartAsync(Group);
        await ReportAsync(desk, "登录页打不开");
        var states = desk.Host.Services.GetRequiredService<IssueStates>();
        // The card that the person was shown can be changed no more, so a message says it.
        desk.Platform.Answers("/cgi-bin/message/update_template_card", _ => """{"errcode":60140,"errmsg":"used"}""");

        Assert.True(await states.ChangedAsync("CRM-1", "已解决", byUser: null, TestContext.Current.CancellationToken));
        Assert.False(await states.ChangedAsync("CRM-1", "已解决", byUser: null, TestContext.Current.CancellationToken));

        Assert.Equal("<a href=\"http://desk.test/demo/issues/CRM-1\">CRM-1</a> 登录页打不开\n状态：已解决", (await desk.Zhangsan.ReceivesAsync()).Text);
        await Desk.UntilAsync(() => desk.Platform.Calls.Count(call => call.Path == "/cgi-bin/appchat/send") == 2);
    }

    [Fact]
    public async Task A21_FreshCard_BecomesTheNews()
    {
        await using var desk = await Desk.StartAsync();
        await ReportAsync(desk, "登录页打不开");

        await desk.Host.Services.GetRequiredService<IssueStates>().ChangedAsync("CRM-1", "处理中", byUser: null, TestContext.Current.CancellationToken);

        await Desk.UntilAsync(() => desk.Platform.Calls.Any(call => call.Path == "/cgi-bin/message/update_template_card"));
        var update = desk.Platform.Calls.Single(call => call.Path == "/cgi-bin/message/update_template_card").Body!;
        Assert.Equal("CRM-1 处理中", (string)update["template_card"]!["main_title"]!["title"]!);
    }

    [Fact]
    public async Task A02_CardRefused_ComesInWords()
    {
        await using var desk = await Desk.StartAsync();
        var isFirst = true;
        desk.Platform.Answers("/cgi-bin/message/send", call =>
        {
            if (!isFirst)
                return """{"errcode":0,"errmsg":"ok","msgid":"m"}""";
            isFirst = false;
            return """{"errcode":43012,"errmsg":"callback url needed"}""";
        });

        await desk.Zhangsan.SaysAsync("登录页打不开");

        await Desk.UntilAsync(() => desk.Platform.Calls.Count(call => call.Path == "/cgi-bin/message/send") == 2);
        var text = (string)desk.Platform.Calls.Last(call => call.Path == "/cgi-bin/message/send").Body!["text"]!["content"]!;
        Assert.StartsWith("请确认要提的 bug\n报告人：zhangsan\n项目：CRM · Bug\n", text, StringComparison.Ordinal);
    }

    private static async Task<string?> ReportAsync(Desk desk, string text)
    {
        await desk.Zhangsan.SaysAsync(text);
        await desk.Zhangsan.ReceivesAsync();
        await desk.Zhangsan.SaysAsync("确认");
        return (await desk.Zhangsan.ReceivesAsync()).Text;
    }

    private static async Task<System.Text.Json.Nodes.JsonNode> SentToTheGroupAsync(Desk desk)
    {
        await Desk.UntilAsync(() => desk.Platform.Calls.Any(call => call.Path == "/cgi-bin/appchat/send"));
        return desk.Platform.Calls.First(call => call.Path == "/cgi-bin/appchat/send").Body!["textcard"]!;
    }

    private static (int Count, AnnouncementState State) Attempts(Desk desk)
    {
        using var rows = desk.Store.OpenReader();
        var row = rows.Announcements.Single(announcement => announcement.Kind == AnnouncementKind.NewIssue);
        return (row.Attempts, row.State);
    }
}
