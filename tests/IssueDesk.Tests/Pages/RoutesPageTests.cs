using System.Net;
using Hongyan.IssueDesk.Drafts;
using Hongyan.IssueDesk.Tests.Support;

namespace Hongyan.IssueDesk.Tests.Pages;

public class RoutesPageTests
{
    private const string Routes = "/console/issuedesk/routes";

    [Fact]
    public async Task Route_CreatedInTheConsole_IsObeyedWithoutARestart()
    {
        await using var console = await DeskConsole.StartAsync();

        var saved = await console.Administrator.PostAsync($"{Routes}/new", "route", Shop());
        await console.Desk.Zhangsan.SaysAsync("提商城 支付页面一直转圈");

        Assert.EndsWith($"{Routes}?done=created", saved.Location, StringComparison.Ordinal);
        Assert.Equal("SHOP", Assert.Single(console.Desk.Drafts()).Project);
        Assert.Equal("支付页面一直转圈", console.Desk.Drafts()[0].Title);
    }

    [Fact]
    public async Task Routes_Shown_SayWhichRouteASentenceGets()
    {
        await using var console = await DeskConsole.StartAsync();

        var page = await console.Administrator.GetAsync($"{Routes}?say={Uri.EscapeDataString("提bug 登录页打不开，点了没反应")}");
        var chat = await console.Administrator.GetAsync($"{Routes}?say={Uri.EscapeDataString("你吃了吗")}");
        var nothing = await console.Administrator.GetAsync($"{Routes}?say={Uri.EscapeDataString("提bug")}");

        var html = WebUtility.HtmlDecode(page.Html);
        Assert.Contains("CRM bug <small>因为开头是它的命令", html, StringComparison.Ordinal);
        Assert.Contains("<dd>登录页打不开</dd>", html, StringComparison.Ordinal);
        Assert.Contains("点了没反应", html, StringComparison.Ordinal);
        Assert.Contains("没有路由要它", WebUtility.HtmlDecode(chat.Html), StringComparison.Ordinal);
        Assert.Contains("请描述一下这个 bug", WebUtility.HtmlDecode(nothing.Html), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name", "", "名字要填")]
    [InlineData("name", "CRM bug", "已经有一条叫")]
    [InlineData("project", "", "项目要填 key")]
    [InlineData("project", "<script>", "项目要填 key")]
    [InlineData("issuetype", " ", "问题类型要填")]
    [InlineData("commands", "提bug", "“提bug”已经是“CRM bug”的了")]
    [InlineData("words", "BUG", "“BUG”已经是“CRM bug”的了")]
    [InlineData("robot", "https://example.com/", "群机器人的地址不对")]
    public async Task Save_WrongField_SaysWhatAndKeepsWhatWasTyped(string field, string value, string sentence)
    {
        await using var console = await DeskConsole.StartAsync();
        var fields = Shop();
        fields[field] = value;
        fields["labels"] = "kept-label";

        var page = await console.Administrator.PostAsync($"{Routes}/new", "route", fields);

        Assert.Equal(200, page.Status);
        Assert.Contains(sentence, WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
        Assert.Contains("kept-label", page.Html, StringComparison.Ordinal);
        Assert.Empty(console.Options.Routes);
    }

    [Fact]
    public async Task Save_HostileText_IsShownAsText()
    {
        await using var console = await DeskConsole.StartAsync();
        var fields = Shop();
        fields["name"] = "<script>alert(1)</script>";
        fields["words"] = "\"><img src=x onerror=alert(1)>";

        await console.Administrator.PostAsync($"{Routes}/new", "route", fields);
        var list = await console.Administrator.GetAsync($"{Routes}?say={Uri.EscapeDataString("<script>alert(2)</script> 提商城 坏了")}");

        Assert.DoesNotContain("<script>", list.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", list.Html.Replace("<img src=\"/console/assets", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("<script>alert(1)</script>", console.Options.Routes[1].Name);
    }

    [Fact]
    public async Task Save_HugeList_IsRefused()
    {
        await using var console = await DeskConsole.StartAsync();
        var fields = Shop();
        fields["words"] = string.Join('\n', Enumerable.Range(0, 5000).Select(number => $"词{number}"));

        var page = await console.Administrator.PostAsync($"{Routes}/new", "route", fields);

        Assert.Contains("最多 100 个", WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
        Assert.Empty(console.Options.Routes);
    }

    [Fact]
    public async Task Routes_MovedDisabledAndDeleted_AreSoForTheBot()
    {
        await using var console = await DeskConsole.StartAsync();
        await console.Administrator.PostAsync($"{Routes}/new", "route", Shop());

        await console.Administrator.PostAsync(Routes, "routes", new() { ["do"] = "up:1" });
        Assert.Equal(["商城 bug", "CRM bug"], console.Options.Routes.Select(route => route.Name));
        await console.Administrator.PostAsync(Routes, "routes", new() { ["do"] = "off:0" });
        await console.Desk.Zhangsan.SaysAsync("提商城 支付页面");
        Assert.Empty(console.Desk.Drafts());
        await console.Administrator.PostAsync($"{Routes}/0", "delete", []);
        Assert.Equal("CRM bug", Assert.Single(console.Options.Routes).Name);

        Assert.Equal("route:商城 bug", Assert.Single(await console.AuditAsync("desk.route.create")).Target);
        Assert.Single(await console.AuditAsync("desk.route.move"));
        Assert.Equal("admin", Assert.Single(await console.AuditAsync("desk.route.delete")).Actor);
        var change = Assert.Single(await console.AuditAsync("desk.route.change"));
        Assert.Contains("\"Enabled\":true", change.Before, StringComparison.Ordinal);
        Assert.Contains("\"Enabled\":false", change.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_TwoAdministrators_TheSecondIsTold()
    {
        await using var console = await DeskConsole.StartAsync();
        var first = await console.Administrator.GetAsync($"{Routes}/0");
        var fields = Hongyan.Hub.Tests.Fakes.PageClient.HiddenFieldsOf(first, "route", $"{Routes}/0").ToDictionary();
        await console.Administrator.PostAsync($"{Routes}/new", "route", Shop());

        var second = await console.Administrator.PostAsync($"{Routes}/0", fields.Concat(Shop("CRM bug", "改过的词", "提改过的")).ToDictionary());

        Assert.Contains("刚才有别人改过", WebUtility.HtmlDecode(second.Html), StringComparison.Ordinal);
        Assert.DoesNotContain(console.Options.Routes, route => route.Words.Contains("改过的词"));
    }

    [Fact]
    public async Task Save_OfARouteThatIsGone_LeadsBackToTheList()
    {
        await using var console = await DeskConsole.StartAsync();
        await console.Administrator.PostAsync($"{Routes}/new", "route", Shop());
        var fields = Hongyan.Hub.Tests.Fakes.PageClient.HiddenFieldsOf(await console.Administrator.GetAsync($"{Routes}/1"), "route", Routes);
        await console.Administrator.PostAsync($"{Routes}/1", "delete", []);

        var page = await console.Administrator.PostAsync($"{Routes}/1", fields.Concat(Shop()).ToDictionary());

        Assert.EndsWith("?outdated=true", page.Location, StringComparison.Ordinal);
        Assert.Contains("刚才有别人改过", WebUtility.HtmlDecode((await console.Administrator.GetAsync($"{Routes}?outdated=true")).Html), StringComparison.Ordinal);
        Assert.Equal(404, (await console.Administrator.GetAsync($"{Routes}/1")).Status);
    }

    [Fact]
    public async Task Routes_FixedFromOutside_AreShownAndNotChanged()
    {
        await using var console = await DeskConsole.StartAsync([], ("IssueDesk:Routes:0:Name", "外面的"), ("IssueDesk:Routes:0:Project", "OUT"), ("IssueDesk:Routes:0:Words:0", "坏"));

        var page = await console.Administrator.GetAsync(Routes);
        var edit = await console.Administrator.GetAsync($"{Routes}/0");

        Assert.Contains("这里不能改", WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
        Assert.DoesNotContain($"{Routes}/new", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"project\"", edit.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Routes_AnyRole_SeesAndOnlyAnOperatorChanges()
    {
        await using var console = await DeskConsole.StartAsync();
        var viewer = await console.VisitAsAsync("Viewer", "lisi");
        var worker = await console.VisitAsAsync("Operator", "wangwu");

        var seen = await viewer.GetAsync(Routes);
        Assert.Equal(200, seen.Status);
        Assert.DoesNotContain("name=\"do\"", seen.Html, StringComparison.Ordinal);
        Assert.Equal(403, (await viewer.GetAsync($"{Routes}/new")).Status);
        Assert.Equal(403, (await viewer.PostAsync(Routes, Hongyan.Hub.Tests.Fakes.PageClient.HiddenFieldsOf(seen, "routes", Routes).Append(new("do", "off:0")).ToDictionary())).Status);
        Assert.Equal(302, (await worker.PostAsync($"{Routes}/new", "route", Shop())).Status);
        Assert.Equal(302, (await console.Visit().GetAsync(Routes)).Status);
    }

    [Fact]
    public async Task Save_WithoutTheToken_IsRefused()
    {
        await using var console = await DeskConsole.StartAsync();

        var page = await console.Administrator.PostAsync($"{Routes}/new", Shop().Append(new("_handler", "route")).ToDictionary());

        Assert.Equal(400, page.Status);
        Assert.Empty(console.Options.Routes);
    }

    [Fact]
    public async Task Route_WithItsOwnGroup_IsAnnouncedThereAndItsAddressStaysHidden()
    {
        const string address = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=5f0c6a1e-93d7-4b52-8e4f-2a7d1c90b6e3";
        using var folder = new DeskFolder();
        await using (var console = await DeskConsole.StartOnAsync(folder))
        {
            var fields = Shop();
            fields["robot"] = address;
            await console.Administrator.PostAsync($"{Routes}/new", "route", fields);
            Assert.DoesNotContain("5f0c6a1e", (await console.Administrator.GetAsync($"{Routes}/1")).Html, StringComparison.Ordinal);
            Assert.DoesNotContain("5f0c6a1e", Assert.Single(await console.AuditAsync("desk.route.create")).After, StringComparison.Ordinal);
        }
        using (var desk = folder.OpenDesk())
            Assert.DoesNotContain("5f0c6a1e", Assert.Single(desk.Settings).Value, StringComparison.Ordinal);

        await using var again = await DeskConsole.StartOnAsync(folder);
        Assert.Equal(address, again.Options.Routes[1].Group!.RobotUrl);
        await again.Administrator.PostAsync($"{Routes}/1", "route", Shop("商城", "新词"));
        Assert.Equal(address, again.Options.Routes[1].Group!.RobotUrl);
        await again.Desk.Zhangsan.SaysAsync("提商城 支付页面一直转圈");
        await again.Desk.Zhangsan.SaysAsync("确认");
        await Desk.UntilAsync(() => again.Desk.Drafts()[0].Status == DraftStatus.Created);
        using var reader = again.Desk.Store.OpenReader();
        Assert.Contains(reader.Announcements, card => card.Kind == Hongyan.IssueDesk.Announcements.AnnouncementKind.NewIssue);
    }

    private static Dictionary<string, string> Shop(string name = "商城 bug", string words = "下单\n支付", string commands = "提商城") => new()
    {
        ["name"] = name, ["commands"] = commands, ["words"] = words, ["project"] = "shop", ["issuetype"] = "故障", ["priority"] = "High", ["labels"] = "wecom", ["enabled"] = "true",
    };
}
