using System.Net;
using Hongyan.IssueDesk.Drafts;
using Hongyan.IssueDesk.Tests.Support;

namespace Hongyan.IssueDesk.Tests.Pages;

public class PeoplePageTests
{
    private const string People = "/console/issuedesk/people";

    [Fact]
    public async Task Person_NotMapped_IsListedAndMappedByOneClick()
    {
        await using var jira = await FakeJira.StartAsync();
        await using var console = await DeskConsole.StartAsync(jira.Settings());
        await ReportAsync(console, "提bug 登录页打不开");
        var before = await console.Administrator.GetAsync(People);

        var added = await console.Administrator.PostAsync(People, "unmapped", new() { ["add"] = "zhangsan", ["user:zhangsan"] = "zsan" });
        await ReportAsync(console, "提bug 报表导不出来");

        Assert.Contains("name=\"user:zhangsan\"", before.Html, StringComparison.Ordinal);
        Assert.EndsWith("done=saved", added.Location, StringComparison.Ordinal);
        Assert.Equal("zsan", (string?)jira.Issues[^1]["fields"]!["reporter"]!["name"]);
        Assert.DoesNotContain("name=\"user:zhangsan\"", (await console.Administrator.GetAsync(People)).Html, StringComparison.Ordinal);
        var line = Assert.Single(await console.AuditAsync("desk.setting.change"));
        Assert.Equal(("setting:Names:zhangsan", null, "zsan"), (line.Target, line.Before, line.After));
    }

    [Fact]
    public async Task Name_OverAFileChangedAndRemoved_LeavesTheFiles()
    {
        await using var console = await DeskConsole.StartAsync(("IssueDesk:Names:saber", "from-file"));

        await SaveAsync(console, "SABER", "from-console");
        Assert.Equal("from-console", console.Options.Names["saber"]);
        await console.Administrator.PostAsync(People, "names", new() { ["remove"] = "SABER" });

        Assert.Equal("from-file", console.Options.Names["saber"]);
        Assert.Single(await console.AuditAsync("desk.setting.reset"));
    }

    [Fact]
    public async Task Name_FixedFromOutside_IsNotChanged()
    {
        await using var console = await DeskConsole.StartAsync([], ("IssueDesk:Names:saber", "fixed"));

        var page = await SaveAsync(console, "saber", "other");

        Assert.Contains("由启动它的程序固定", page, StringComparison.Ordinal);
        Assert.Equal("fixed", console.Options.Names["saber"]);
    }

    [Theory]
    [InlineData("", "x")]
    [InlineData("x", "")]
    [InlineData("a:b", "x")]
    [InlineData("a\u0001b", "x")]
    public async Task Save_WrongEntry_IsRefused(string key, string name)
    {
        await using var console = await DeskConsole.StartAsync();

        Assert.Contains("还不能保存", await SaveAsync(console, key, name), StringComparison.Ordinal);
        Assert.Empty(console.Options.Names);
    }

    [Fact]
    public async Task Save_HostileOrHugeEntry_IsTextOrRefused()
    {
        await using var console = await DeskConsole.StartAsync();

        await SaveAsync(console, "<script>alert(1)</script>", "\"><img src=x>");
        var huge = await SaveAsync(console, new string('x', 200_000), "y");

        var page = await console.Administrator.GetAsync(People);
        Assert.Contains("&lt;script&gt;alert(1)", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<img src=x", page.Html, StringComparison.Ordinal);
        Assert.Contains("最多 128 个字", huge, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_ByAViewerOrAgainstAnOlderPage_IsRefused()
    {
        await using var console = await DeskConsole.StartAsync();
        var viewer = await console.VisitAsAsync("Viewer", "lisi");
        var older = Hongyan.Hub.Tests.Fakes.PageClient.HiddenFieldsOf(await console.Administrator.GetAsync(People), "name", People);
        await SaveAsync(console, "zhangsan", "first");

        var second = await console.Administrator.PostAsync(People, older.Concat([new("key", "zhangsan"), new("value", "second")]).ToDictionary());
        var seen = await viewer.GetAsync(People);

        Assert.Contains("刚才有别人改过", WebUtility.HtmlDecode(second.Html), StringComparison.Ordinal);
        Assert.Equal("first", console.Options.Names["zhangsan"]);
        Assert.DoesNotContain("name=\"value\"", seen.Html, StringComparison.Ordinal);
        Assert.Equal(403, (await viewer.PostAsync(People, Hongyan.Hub.Tests.Fakes.PageClient.HiddenFieldsOf(seen, "names", People).Append(new("remove", "zhangsan")).ToDictionary())).Status);
    }

    private static async Task<string> SaveAsync(DeskConsole console, string key, string name) =>
        WebUtility.HtmlDecode((await console.Administrator.PostAsync(People, "name", new() { ["key"] = key, ["value"] = name })).Html);

    private static async Task ReportAsync(DeskConsole console, string text)
    {
        await console.Desk.Zhangsan.SaysAsync(text);
        await console.Desk.Zhangsan.SaysAsync("确认");
        await Desk.UntilAsync(() => console.Desk.Drafts()[^1].Status == DraftStatus.Created);
    }
}
