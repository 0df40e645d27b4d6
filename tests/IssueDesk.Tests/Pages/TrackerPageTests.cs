using System.Net;
using Hongyan.IssueDesk.Settings;
using Hongyan.IssueDesk.Storage;
using Hongyan.IssueDesk.Tests.Support;
using Hongyan.IssueDesk.Trackers;

namespace Hongyan.IssueDesk.Tests.Pages;

public class TrackerPageTests
{
    private const string Tracker = "/console/issuedesk/tracker";
    private const string Secret = "s3cret-of-jira";

    [Fact]
    public async Task Tracker_SetInTheConsole_GetsTheNextBugAndOutlivesTheProcess()
    {
        await using var jira = await FakeJira.StartAsync();
        using var folder = new DeskFolder();
        await using (var console = await DeskConsole.StartOnAsync(folder))
        {
            var saved = await SaveAsync(console, "save", jira.Url, Secret);
            await console.Desk.Zhangsan.SaysAsync("提bug 登录页打不开");
            await console.Desk.Zhangsan.SaysAsync("确认");
            await Desk.UntilAsync(() => jira.Issues.Count == 1);

            Assert.Contains("已保存，马上生效", saved, StringComparison.Ordinal);
            Assert.Contains("已设置，于", saved, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, saved, StringComparison.Ordinal);
            Assert.DoesNotContain(await console.AuditAsync("desk.setting.change"), line => line.After?.Contains(Secret, StringComparison.Ordinal) == true);
            Assert.Contains(await console.AuditAsync("desk.setting.change"), line => line is { Target: "setting:Tracker:Token", After: "••••", Actor: "admin" });
        }
        using (var desk = folder.OpenDesk())
            Assert.DoesNotContain(desk.Settings.AsEnumerable(), row => row.Value?.Contains(Secret, StringComparison.Ordinal) == true);

        await using var again = await DeskConsole.StartOnAsync(folder);
        Assert.Equal((TrackerKind.JiraServer, Secret), (again.Options.Tracker.Kind, again.Options.Tracker.Token));
    }

    [Fact]
    public async Task Test_OfARealAnswer_ShowsServerAccountAndPermission()
    {
        await using var jira = await FakeWeb.StartAsync(address => address.Split('?')[0] switch
        {
            "/rest/api/2/serverInfo" => (200, """{"version":"9.12.4","deploymentType":"Server","serverTitle":"我们的 Jira"}"""),
            "/rest/api/2/myself" => (200, """{"name":"robot","displayName":"提 bug 机器人"}"""),
            "/rest/api/2/mypermissions" => (200, """{"permissions":{"CREATE_ISSUES":{"havePermission":true}}}"""),
            _ => (404, "{}"),
        });
        await using var console = await DeskConsole.StartAsync();

        var page = await SaveAsync(console, "test", jira.Url, Secret);

        Assert.Contains("HTTP 200: 我们的 Jira 9.12.4 Server", page, StringComparison.Ordinal);
        Assert.Contains("提 bug 机器人 (robot)", page, StringComparison.Ordinal);
        Assert.Contains("在 CRM 里创建问题", page, StringComparison.Ordinal);
        Assert.Contains("projectKey=CRM", jira.Requests[^1].Address, StringComparison.Ordinal);
        Assert.Equal(TrackerKind.Demo, console.Options.Tracker.Kind);
    }

    [Theory]
    [InlineData(401, """{"errorMessages":["bad s3cret-of-jira"]}""", "账号或令牌不对", "bad ••••")]
    [InlineData(403, "{}", "不让它用", "HTTP 403")]
    [InlineData(404, "{}", "没有 Jira 的接口", "HTTP 404")]
    [InlineData(302, "", "多半是登录页", "HTTP 302")]
    [InlineData(200, "<html>sign in</html>", "不是 JSON", "HTTP 200")]
    [InlineData(200, "[1]", "不是 JSON", "HTTP 200")]
    [InlineData(500, "{}", "Jira 自己出了错", "HTTP 500")]
    [InlineData(429, "{}", "嫌问得太多", "HTTP 429")]
    public async Task Test_OfAnAnswerThatFails_ShowsItWithAHintAndWithoutTheToken(int status, string body, string hint, string shown)
    {
        await using var jira = await FakeWeb.StartAsync(_ => (status, body));
        await using var console = await DeskConsole.StartAsync();

        var page = await SaveAsync(console, "test", jira.Url, Secret);

        Assert.Contains(hint, page, StringComparison.Ordinal);
        Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Test_OfAnAddressWhereNobodyIs_SaysThatItCannotBeReached()
    {
        await using var console = await DeskConsole.StartAsync();

        Assert.Contains("连不上", await SaveAsync(console, "test", "http://127.0.0.1:9", Secret), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("save")]
    [InlineData("test")]
    public async Task Address_OfAnotherServer_NeedsTheTokenAgain(string what)
    {
        await using var jira = await FakeJira.StartAsync();
        await using var thief = await FakeJira.StartAsync();
        await using var console = await DeskConsole.StartAsync(jira.Settings());

        var page = await SaveAsync(console, what, thief.Url, "");

        Assert.Contains("令牌要重新填", page, StringComparison.Ordinal);
        Assert.Empty(thief.Requests);
        Assert.Equal(new Uri(jira.Url), console.Options.Tracker.BaseUrl);
    }

    [Fact]
    public async Task Token_FixedFromOutside_IsNotSentElsewhereByAMadeUpOne()
    {
        await using var jira = await FakeJira.StartAsync();
        await using var thief = await FakeJira.StartAsync();
        await using var console = await DeskConsole.StartAsync(
            [("IssueDesk:Tracker:Kind", "JiraServer"), ("IssueDesk:Tracker:BaseUrl", jira.Url)], ("IssueDesk:Tracker:Token", Secret));

        var page = await SaveAsync(console, "save", thief.Url, "made up");

        Assert.Contains("令牌要重新填", page, StringComparison.Ordinal);
        Assert.Contains("由启动它的程序固定（IssueDesk:Tracker:Token）", page, StringComparison.Ordinal);
        Assert.Equal(new Uri(jira.Url), console.Options.Tracker.BaseUrl);
    }

    [Theory]
    [InlineData("kind", "Bugzilla", "没有这一种跟踪系统")]
    [InlineData("baseurl", "javascript:alert(1)", "地址要以 https://")]
    [InlineData("baseurl", "https://u:p@jira.test", "地址要以 https://")]
    [InlineData("token", "", "令牌要填")]
    [InlineData("timeout", "-1", "超时是 1 到 300")]
    [InlineData("timeout", "99999999999", "超时是 1 到 300")]
    [InlineData("webhook", "short", "至少 16 个字符")]
    [InlineData("kind", "JiraCloud", "Jira Cloud 要填账号")]
    public async Task Save_WrongField_SaysWhatAndChangesNothing(string field, string value, string sentence)
    {
        await using var console = await DeskConsole.StartAsync();
        var fields = Fields("save", "https://jira.test", "token");
        fields[field] = value;

        var page = await console.Administrator.PostAsync(Tracker, "tracker", fields);

        Assert.Contains(sentence, WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
        Assert.Equal(TrackerKind.Demo, console.Options.Tracker.Kind);
    }

    [Fact]
    public async Task Save_ByAnOperatorOrAgainstAnOlderPage_IsRefused()
    {
        await using var console = await DeskConsole.StartAsync();
        var worker = await console.VisitAsAsync("Operator", "wangwu");
        var seen = await worker.GetAsync(Tracker);
        var fields = Hongyan.Hub.Tests.Fakes.PageClient.HiddenFieldsOf(seen, "tracker", Tracker);

        Assert.Contains("只有管理员能改", WebUtility.HtmlDecode(seen.Html), StringComparison.Ordinal);
        Assert.Equal(403, (await worker.PostAsync(Tracker, fields.Concat(Fields("save", "https://jira.test", "t")).ToDictionary())).Status);

        var older = Hongyan.Hub.Tests.Fakes.PageClient.HiddenFieldsOf(await console.Administrator.GetAsync(Tracker), "tracker", Tracker);
        await SaveAsync(console, "save", "https://jira.test", "first");
        var second = await console.Administrator.PostAsync(Tracker, older.Concat(Fields("save", "https://other.test", "second")).ToDictionary());
        Assert.Contains("刚才有别人改过", WebUtility.HtmlDecode(second.Html), StringComparison.Ordinal);
        Assert.Equal("first", console.Options.Tracker.Token);
    }

    [Fact]
    public async Task Group_SetAndForgotten_IsHeardOf()
    {
        const string robot = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=5f0c6a1e-93d7-4b52-8e4f-2a7d1c90b6e3";
        await using var console = await DeskConsole.StartAsync(("IssueDesk:Group:RobotUrl", robot));

        var wrong = await console.Administrator.PostAsync(Tracker, "group", new() { ["chat"] = "", ["robot"] = "https://example.com" });
        await console.Administrator.PostAsync(Tracker, "group", new() { ["chat"] = "wrgroup1", ["robot"] = "", ["forget-robot"] = "true" });

        Assert.Contains("群机器人的地址不对", WebUtility.HtmlDecode(wrong.Html), StringComparison.Ordinal);
        Assert.Equal(("wrgroup1", ""), (console.Options.Group.ChatId, console.Options.Group.RobotUrl));
        Assert.DoesNotContain("5f0c6a1e", (await console.Administrator.GetAsync(Tracker)).Html, StringComparison.Ordinal);
    }

    private static async Task<string> SaveAsync(DeskConsole console, string what, string address, string token) =>
        WebUtility.HtmlDecode((await console.Administrator.PostAsync(Tracker, "tracker", Fields(what, address, token))).Html);

    private static Dictionary<string, string> Fields(string what, string address, string token) => new()
    {
        ["do"] = what, ["kind"] = "JiraServer", ["baseurl"] = address, ["user"] = "", ["token"] = token, ["timeout"] = "20", ["webhook"] = "",
    };
}
