using System.Net;
using Hongyan.Hub.Tests.Fakes;
using Hongyan.IssueDesk.Drafts;
using Hongyan.IssueDesk.Tests.Support;

namespace Hongyan.IssueDesk.Tests.Pages;

public class DraftsPageTests
{
    private const string Drafts = "/console/issuedesk/drafts";

    [Fact]
    public async Task Drafts_OfSeveralStates_AreFoundByTheAddress()
    {
        await using var console = await DeskConsole.StartAsync();
        await console.Desk.Zhangsan.SaysAsync("提bug 登录页打不开");
        await console.Desk.Zhangsan.SaysAsync("取消");
        await console.Desk.Member("lisi").SaysAsync("提bug 报表导不出来");

        var all = await ReadAsync(console.Administrator, Drafts);
        var cancelled = await ReadAsync(console.Administrator, $"{Drafts}?state=Cancelled");
        var lisi = await ReadAsync(console.Administrator, $"{Drafts}?person=lisi&key=%23D2");
        var nobody = await ReadAsync(console.Administrator, $"{Drafts}?state=Pending&person=zhangsan");
        var hostile = await console.Administrator.GetAsync($"{Drafts}?state=%3Cscript%3E&person={new string('x', 5000)}&key=%27%20or%201%3D1--&before=zz");

        Assert.Contains(">#D1<", all, StringComparison.Ordinal);
        Assert.Contains(">#D2<", all, StringComparison.Ordinal);
        Assert.Contains("登录页打不开", cancelled, StringComparison.Ordinal);
        Assert.DoesNotContain("报表导不出来", cancelled, StringComparison.Ordinal);
        Assert.Contains("报表导不出来", lisi, StringComparison.Ordinal);
        Assert.Contains("没有符合", nobody, StringComparison.Ordinal);
        Assert.Equal(200, hostile.Status);
        Assert.DoesNotContain("<script>", hostile.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drafts_MoreThanAPage_AreLeafedThrough()
    {
        await using var console = await DeskConsole.StartAsync();
        await console.Desk.Store.WriteAsync((desk, _) =>
        {
            for (var number = 0; number < 51; number++)
                desk.Drafts.Add(new Draft { Marker = $"wxbot-{number}", Account = "issuedesk", Person = "zhangsan", Route = "CRM bug", Project = "CRM", IssueType = "Bug", Title = $"第{number}个", Status = DraftStatus.Cancelled });
            return true;
        }, TestContext.Current.CancellationToken);

        var first = await ReadAsync(console.Administrator, Drafts);
        var second = await ReadAsync(console.Administrator, $"{Drafts}?before=2");

        Assert.Contains("before=2", first, StringComparison.Ordinal);
        Assert.DoesNotContain("第0个", first, StringComparison.Ordinal);
        Assert.Contains("第0个", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_OfAHostileReport_IsShownAsTextAndOnlyToWhoMayReadIt()
    {
        await using var console = await DeskConsole.StartAsync();
        await console.Desk.Zhangsan.SaysAsync("提bug 脚本 <script>alert(1)</script>" + new string('长', 500));
        var viewer = await console.VisitAsAsync("Viewer", "lisi");

        var list = await ReadAsync(viewer, Drafts);
        var closed = await viewer.GetAsync($"{Drafts}/1");
        var refused = await viewer.PostAsync($"{Drafts}/1", (await TokenAsync(viewer)).Append(new("_handler", "content")).ToDictionary());
        var open = await console.Administrator.PostAsync($"{Drafts}/1", "content", []);

        Assert.Contains("（内容不显示）", list, StringComparison.Ordinal);
        Assert.DoesNotContain("脚本", list, StringComparison.Ordinal);
        Assert.DoesNotContain("alert(1)", closed.Html, StringComparison.Ordinal);
        Assert.Equal(403, refused.Status);
        Assert.Contains("alert(1)&lt;/script&gt;", open.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", open.Html, StringComparison.Ordinal);
        Assert.Equal("draft:1", Assert.Single(await console.AuditAsync("desk.draft.read")).Target);
    }

    [Fact]
    public async Task Draft_Queued_IsRetriedAtOnceAndShowsItsWay()
    {
        await using var jira = await FakeJira.StartAsync();
        jira.NextPostAnswers(503, "busy", "text/plain");
        await using var console = await DeskConsole.StartAsync(jira.Settings());
        await console.Desk.Zhangsan.SaysAsync("提bug 登录页打不开");
        await console.Desk.Zhangsan.SaysAsync("确认");
        await Desk.UntilAsync(() => console.Desk.Drafts()[0].Status == DraftStatus.Queued);

        var confirm = await ReadAsync(console.Administrator, $"{Drafts}/1/decide/Retry");
        var decided = await console.Administrator.PostAsync($"{Drafts}/1/decide/Retry", "decide", []);
        await Desk.UntilAsync(() => jira.Issues.Count == 1 && console.Desk.Drafts()[0].Status == DraftStatus.Created);
        var page = await ReadAsync(console.Administrator, $"{Drafts}/1?done=Retry");

        Assert.Contains("不会有两个", confirm, StringComparison.Ordinal);
        Assert.EndsWith($"{Drafts}/1?done=Retry", decided.Location, StringComparison.Ordinal);
        Assert.Contains("HTTP 503", page, StringComparison.Ordinal);
        Assert.Contains("已经排到最前面", page, StringComparison.Ordinal);
        Assert.Equal(5, page.Split("<li><time").Length - 1);
        Assert.Equal(("Queued", "draft:1"), (Assert.Single(await console.AuditAsync("desk.draft.retry")).Before, (await console.AuditAsync("desk.draft.retry"))[0].Target));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Draft_Uncertain_IsLookedUpAndAdoptedOrSubmittedAgain(bool isThere)
    {
        await using var jira = await FakeJira.StartAsync();
        jira.NextPostDropsItsAnswer();
        jira.NextPostDropsItsAnswer();
        jira.IsIndexed = false;
        await using var console = await DeskConsole.StartAsync(jira.Settings());
        await console.Desk.Zhangsan.SaysAsync("提bug 登录页打不开");
        await console.Desk.Zhangsan.SaysAsync("确认");
        await console.Desk.SearchAsync(times: 6);
        await Desk.UntilAsync(() => console.Desk.Drafts()[0].Status == DraftStatus.Uncertain);
        var posts = jira.Posts.Count;

        jira.IsIndexed = isThere;
        var looked = await console.Administrator.PostAsync($"{Drafts}/1/decide/Search", "decide", []);
        if (isThere)
        {
            Assert.EndsWith("done=Search", looked.Location, StringComparison.Ordinal);
            Assert.Equal((DraftStatus.Created, "CRM-1"), (console.Desk.Drafts()[0].Status, console.Desk.Drafts()[0].IssueKey));
            Assert.Equal("Created CRM-1", Assert.Single(await console.AuditAsync("desk.draft.search")).After);
            Assert.Equal(posts, jira.Posts.Count);
            return;
        }
        Assert.Contains("跟踪系统里没有带标签", WebUtility.HtmlDecode(looked.Html), StringComparison.Ordinal);
        Assert.Equal(DraftStatus.Uncertain, console.Desk.Drafts()[0].Status);
        await console.Administrator.PostAsync($"{Drafts}/1/decide/Resubmit", "decide", []);
        await console.Desk.SearchAsync(times: 3);
        await Desk.UntilAsync(() => console.Desk.Drafts()[0].Status == DraftStatus.Created);
        Assert.Equal(posts + 1, jira.Posts.Count);
        Assert.Single(await console.AuditAsync("desk.draft.resubmit"));
    }

    [Fact]
    public async Task Draft_LookedUpInATrackerThatIsDown_SaysSo()
    {
        await using var jira = await FakeJira.StartAsync();
        await using var console = await DeskConsole.StartAsync(jira.Settings());
        await AddAsync(console, DraftStatus.Uncertain);
        jira.SearchStatus = 503;

        var page = await console.Administrator.PostAsync($"{Drafts}/1/decide/Search", "decide", []);

        Assert.Contains("没能问到跟踪系统：HTTP 503", WebUtility.HtmlDecode(page.Html), StringComparison.Ordinal);
        Assert.Equal(DraftStatus.Uncertain, console.Desk.Drafts()[0].Status);
    }

    [Fact]
    public async Task Draft_Cancelled_TellsThePersonAndCannotBeCancelledTwice()
    {
        await using var console = await DeskConsole.StartAsync();
        await AddAsync(console, DraftStatus.Failed);
        var page = await console.Administrator.GetAsync($"{Drafts}/1/decide/Cancel");
        var fields = PageClient.HiddenFieldsOf(page, "decide", Drafts);

        var first = await console.Administrator.PostAsync($"{Drafts}/1/decide/Cancel", fields);
        var second = await console.Administrator.PostAsync($"{Drafts}/1/decide/Cancel", fields);

        Assert.EndsWith("done=Cancel", first.Location, StringComparison.Ordinal);
        Assert.EndsWith("?outdated=true", second.Location, StringComparison.Ordinal);
        Assert.Contains("什么也没做", await ReadAsync(console.Administrator, $"{Drafts}/1?outdated=true"), StringComparison.Ordinal);
        Assert.Single(await console.AuditAsync("desk.draft.cancel"));
        Assert.Contains("管理员取消了 #D1「登录页打不开」", (await console.Desk.Zhangsan.ReceivesAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decision_InTheWrongStateOrByAViewer_IsRefused()
    {
        await using var console = await DeskConsole.StartAsync();
        await AddAsync(console, DraftStatus.Cancelled);
        var viewer = await console.VisitAsAsync("Viewer", "lisi");

        Assert.Contains("不能这样做", await ReadAsync(console.Administrator, $"{Drafts}/1/decide/Retry"), StringComparison.Ordinal);
        Assert.Equal(404, (await console.Administrator.GetAsync($"{Drafts}/1/decide/Explode")).Status);
        Assert.Equal(404, (await console.Administrator.GetAsync($"{Drafts}/77")).Status);
        Assert.Equal(403, (await viewer.GetAsync($"{Drafts}/1/decide/Cancel")).Status);
        Assert.DoesNotContain("/decide/", (await viewer.GetAsync($"{Drafts}/1")).Html, StringComparison.Ordinal);
    }

    private static async Task<string> ReadAsync(PageClient client, string address) => WebUtility.HtmlDecode((await client.GetAsync(address)).Html);

    private static async Task<IEnumerable<KeyValuePair<string, string>>> TokenAsync(PageClient client)
    {
        const string path = "/console/password";
        return PageClient.HiddenFieldsOf(await client.GetAsync(path), "password", path).Where(field => field.Key != "_handler");
    }

    private static async Task AddAsync(DeskConsole console, DraftStatus status) => await console.Desk.Store.WriteAsync((desk, _) => desk.Drafts.Add(new Draft
    {
        Marker = "wxbot-000000000001", Account = "issuedesk", Person = "zhangsan", Route = "CRM bug", Project = "CRM", IssueType = "Bug", Title = "登录页打不开", Status = status,
        CreatedAt = console.Desk.Time.GetUtcNow(), ConfirmedAt = console.Desk.Time.GetUtcNow(), ExpiresAt = console.Desk.Time.GetUtcNow() + Draft.Lifetime,
    }), TestContext.Current.CancellationToken);
}
