using System.Text.Json.Nodes;
using Hongyan.IssueDesk.Drafts;
using Hongyan.IssueDesk.Tests.Support;

namespace Hongyan.IssueDesk.Tests.Trackers;

/// <summary>The desk and a Jira that fails as real ones do. Never two issues, never a silent loss. Each test carries the number of its behaviour.</summary>
public sealed class JiraTests : IAsyncLifetime
{
    private FakeJira _jira = null!;

    public async ValueTask InitializeAsync() => _jira = await FakeJira.StartAsync();

    public ValueTask DisposeAsync() => _jira.DisposeAsync();

    [Fact]
    public async Task A04_Server_GetsWikiTextLabelsAndTheReporter()
    {
        await using var desk = await Desk.StartAsync(_jira.Settings("JiraServer", ("IssueDesk:Names:zhangsan", "zsan"),
            ("IssueDesk:Routes:0:Project", "CRM"), ("IssueDesk:Routes:0:IssueType", "10104"), ("IssueDesk:Routes:0:Words:0", "打不开"), ("IssueDesk:Routes:0:Labels:0", "wecom"), ("IssueDesk:Routes:0:Priority", "High")));

        Assert.Equal($"提交成功：<a href=\"{_jira.Url}/browse/CRM-1\">CRM-1</a> 登录页打不开\n五分钟内发“撤销”可以撤回。", await ReportAsync(desk, "登录页打不开，{code} [~admin]"));

        var post = Assert.Single(_jira.Posts);
        Assert.Equal("/rest/api/2/issue", post.Path);
        Assert.StartsWith("Basic ", post.Authorization, StringComparison.Ordinal);
        Assert.Equal(
            ("CRM", "10104", "登录页打不开", "zsan", "High", "\\[\\~admin\\]"),
            ((string)post.Fields["project"]!["key"]!, (string)post.Fields["issuetype"]!["id"]!, (string)post.Fields["summary"]!, (string)post.Fields["reporter"]!["name"]!,
                (string)post.Fields["priority"]!["name"]!, ((string)post.Fields["description"]!)[^11..]));
        Assert.Equal(["wecom", desk.Drafts()[0].Marker], post.Fields["labels"]!.AsArray().Select(label => (string)label!));
    }

    [Fact]
    public async Task A16_Cloud_GetsADocumentWhoseTextIsLiteral()
    {
        await using var desk = await Desk.StartAsync(_jira.Settings("JiraCloud"));

        await ReportAsync(desk, "登录页打不开，h1. {code} [~admin] <script>\n第二行");

        var post = Assert.Single(_jira.Posts);
        Assert.Equal("/rest/api/3/issue", post.Path);
        var paragraphs = post.Fields["description"]!["content"]!.AsArray();
        Assert.Equal("报告人：zhangsan (zhangsan)", (string)paragraphs[0]!["content"]![0]!["text"]!);
        Assert.Equal("h1. {code} [~admin] <script>", (string)paragraphs[2]!["content"]![0]!["text"]!);
        Assert.All(paragraphs, paragraph => Assert.Equal("paragraph", (string)paragraph!["type"]!));
    }

    [Fact]
    public async Task A09_ConfirmedTwiceByTextAndButtonAndRetried_IsOnePost()
    {
        var held = new TaskCompletionSource();
        _jira.NextPost(async (http, create) =>
        {
            await held.Task;
            await create();
            http.Response.StatusCode = 201;
            await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(http.Response, """{"key":"CRM-1"}""");
        });
        await using var desk = await Desk.StartAsync(_jira.Settings());
        await desk.Zhangsan.SaysAsync("提bug 登录页打不开");
        var card = await desk.Zhangsan.ReceivesAsync();

        await desk.Zhangsan.SaysAsync("确认");
        await desk.Zhangsan.DeliversAgainAsync();
        await desk.Zhangsan.DeliversAgainAsync();
        Assert.Equal("已确认", (await Desk.ClickAsync(desk.Zhangsan, card, "confirm")).Text);
        Assert.Equal("正在提交，完成后马上告诉你。", await desk.Zhangsan.SaysAsync("确认"));
        held.SetResult();

        Assert.Contains("CRM-1", (await desk.Zhangsan.ReceivesAsync()).Text, StringComparison.Ordinal);
        Assert.Equal($"已经提交过了：<a href=\"{_jira.Url}/browse/CRM-1\">CRM-1</a>", await desk.Zhangsan.SaysAsync("确认"));
        Assert.Single(_jira.Posts);
        Assert.Single(_jira.Issues);
    }

    [Fact]
    public async Task A10_AnswerLostAfterCreating_IsFoundByItsMarker()
    {
        _jira.NextPostDropsItsAnswer();
        await using var desk = await Desk.StartAsync(_jira.Settings());
        await ConfirmAsync(desk);
        await desk.SearchAsync();
        Assert.Equal("正在提交，完成后马上告诉你。", (await desk.Zhangsan.ReceivesAsync()).Text);

        Assert.Contains("CRM-1", (await desk.Zhangsan.ReceivesAsync()).Text, StringComparison.Ordinal);
        Assert.Single(_jira.Posts);
        Assert.Single(_jira.Issues);
    }

    [Fact]
    public async Task A10_AnswerLostBeforeCreating_IsAskedOnceMoreAfterThreeSearches()
    {
        _jira.NextPost((http, _) =>
        {
            http.Abort();
            return Task.CompletedTask;
        });
        await using var desk = await Desk.StartAsync(_jira.Settings());
        await ConfirmAsync(desk);
        await desk.SearchAsync(3);
        Assert.Equal("正在提交，完成后马上告诉你。", (await desk.Zhangsan.ReceivesAsync()).Text);

        Assert.Contains("CRM-1", (await desk.Zhangsan.ReceivesAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(2, _jira.Posts.Count);
        Assert.Single(_jira.Issues);
        Assert.Equal(3, _jira.Requests.Count(request => request.Query.Contains("labels = ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A10_LostTwiceAndNeverFound_IsUncertainAndEverybodyIsTold()
    {
        _jira.IsIndexed = false;
        _jira.NextPostDropsItsAnswer();
        _jira.NextPost((http, _) =>
        {
            http.Abort();
            return Task.CompletedTask;
        });
        await using var desk = await Desk.StartAsync(_jira.Settings());
        await ConfirmAsync(desk);
        await desk.SearchAsync(6);
        Assert.Equal("正在提交，完成后马上告诉你。", (await desk.Zhangsan.ReceivesAsync()).Text);

        Assert.Contains("请先不要重复提交", (await desk.Zhangsan.ReceivesAsync()).Text, StringComparison.Ordinal);
        Assert.Contains("请到控制台核对", (await desk.Member("admin").ReceivesAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(DraftStatus.Uncertain, desk.Drafts()[0].Status);
        Assert.Equal(2, _jira.Posts.Count);
    }

    [Theory]
    [InlineData(500, """{"errorMessages":["boom"]}""", "application/json")]
    [InlineData(503, "<html>maintenance</html>", "text/html")]
    [InlineData(200, "<html>sign in</html>", "text/html")]
    [InlineData(302, "", "text/html")]
    public async Task A11_JiraIsBroken_QueuesSearchesAndSubmitsLater(int status, string body, string contentType)
    {
        _jira.NextPostAnswers(status, body, contentType);
        await using var desk = await Desk.StartAsync(_jira.Settings());
        await ConfirmAsync(desk);

        Assert.Equal("JIRA 暂时不可用，已保存为 #D1，恢复后自动提交", (await desk.Zhangsan.ReceivesAsync()).Text);
        Assert.Contains("#D1 [排队中] 登录页打不开", await desk.Zhangsan.SaysAsync("我的bug"), StringComparison.Ordinal);
        await desk.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Contains("CRM-1", (await desk.Zhangsan.ReceivesAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(["POST", "GET", "POST"], _jira.Requests.Where(request => request.Method == "POST" || request.Query.Contains("labels", StringComparison.Ordinal)).Select(request => request.Method));
        Assert.Single(_jira.Issues);
    }

    [Fact]
    public async Task A11_CreatedAndThen500_IsFoundAndNotCreatedTwice()
    {
        _jira.NextPost(async (http, create) =>
        {
            await create();
            http.Response.StatusCode = 500;
        });
        await using var desk = await Desk.StartAsync(_jira.Settings());
        await ConfirmAsync(desk);
        await desk.Zhangsan.ReceivesAsync();
        await desk.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Contains("CRM-1", (await desk.Zhangsan.ReceivesAsync()).Text, StringComparison.Ordinal);
        Assert.Single(_jira.Posts);
    }

    [Fact]
    public async Task A11_NobodyListens_IsQueuedAndCanBeCancelled()
    {
        var settings = _jira.Settings();
        await _jira.DisposeAsync();
        await using var desk = await Desk.StartAsync(settings);
        await ConfirmAsync(desk);

        Assert.Equal("JIRA 暂时不可用，已保存为 #D1，恢复后自动提交", (await desk.Zhangsan.ReceivesAsync()).Text);
        Assert.Equal("已取消，没有提交。", await desk.Zhangsan.SaysAsync("取消"));
        Assert.Equal(DraftStatus.Cancelled, desk.Drafts()[0].Status);
    }

    [Fact]
    public async Task A12_FieldErrors_AreNamedInChineseWithALinkAndNotRetried()
    {
        _jira.NextPostAnswers(400, """{"errorMessages":[],"errors":{"priority":"is invalid"}}""");
        await using var desk = await Desk.StartAsync(_jira.Settings());

        var told = await ReportAsync(desk, "登录页打不开");

        Assert.StartsWith("提 BUG 过程出现异常：优先级: is invalid", told, StringComparison.Ordinal);
        Assert.Contains($"{_jira.Url}/secure/CreateIssueDetails!init.jspa?", told, StringComparison.Ordinal);
        Assert.Equal(DraftStatus.Failed, desk.Drafts()[0].Status);
        Assert.Single(_jira.Posts);
    }

    [Fact]
    public async Task A12_RequiredField_IsAskedForAndAnswered()
    {
        _jira.Fields = JsonNode.Parse("""[{"fieldId":"customfield_10010","name":"所属端","required":true,"schema":{"type":"option"},"allowedValues":[{"id":"1","value":"网页"},{"id":"2","value":"手机"}]}]""")!.AsArray();
        _jira.NextPostAnswers(400, """{"errorMessages":[],"errors":{"customfield_10010":"所属端 is required."}}""");
        await using var desk = await Desk.StartAsync(_jira.Settings());

        Assert.Equal("还差一项“所属端”，请回复其中之一：网页 / 手机。（发“取消”就不提了）", await ReportAsync(desk, "登录页打不开"));
        await desk.Zhangsan.SaysAsync("手机");

        Assert.Contains("CRM-1", (await desk.Zhangsan.ReceivesAsync()).Text, StringComparison.Ordinal);
        Assert.Equal("2", (string)_jira.Posts[1].Fields["customfield_10010"]!["id"]!);
    }

    [Fact]
    public async Task A12_ReporterUnknown_IsOnePostAndNamesTheReporter()
    {
        _jira.NextPostAnswers(400, """{"errorMessages":[],"errors":{"reporter":"The reporter specified is not a user."}}""");
        await using var desk = await Desk.StartAsync(_jira.Settings("JiraServer", ("IssueDesk:Names:zhangsan", "zsan")));

        Assert.Equal("提 BUG 过程出现异常：JIRA 里没有叫“zsan”的报告人。请管理员在名字映射里加上 zhangsan。", await ReportAsync(desk, "登录页打不开"));
        Assert.Single(_jira.Posts);
    }

    [Fact]
    public async Task A12_EveryFieldComplains_HintsAtPermissions()
    {
        _jira.NextPostAnswers(400, """{"errors":{"summary":"cannot be set","description":"cannot be set","labels":"cannot be set","issuetype":"cannot be set"}}""");
        await using var desk = await Desk.StartAsync(_jira.Settings());
        await ConfirmAsync(desk);

        Assert.Contains("JRASERVER-44003", (await desk.Member("admin").ReceivesAsync()).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A13_AccountRefused_OpensTheBreakerForTenMinutes(int status)
    {
        _jira.NextPostAnswers(status, "<html></html>", "text/html", ("X-Authentication-Denied-Reason", "CAPTCHA_CHALLENGE; login-url=x"));
        await using var desk = await Desk.StartAsync(_jira.Settings());
        await ConfirmAsync(desk);

        Assert.StartsWith("机器人账号异常，已通知管理员", (await desk.Zhangsan.ReceivesAsync()).Text, StringComparison.Ordinal);
        var warning = (await desk.Member("admin").ReceivesAsync()).Text;
        Assert.Contains("CAPTCHA_CHALLENGE", warning, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", warning, StringComparison.Ordinal);
        await ConfirmAsync(desk, "lisi");
        await desk.PassAsync(TimeSpan.FromMinutes(5));
        Assert.Single(_jira.Posts);
        await desk.PassAsync(TimeSpan.FromMinutes(6));

        Assert.Contains("CRM-1", (await desk.Zhangsan.ReceivesAsync()).Text, StringComparison.Ordinal);
        Assert.Contains("CRM-2", (await desk.Member("lisi").ReceivesAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A14_TooManyRequests_WaitsAsAskedAndKeepsTheOrder()
    {
        _jira.NextPostAnswers(429, "", header: ("Retry-After", "120"));
        await using var desk = await Desk.StartAsync(_jira.Settings());
        await ConfirmAsync(desk);
        await desk.Zhangsan.ReceivesAsync();
        desk.Time.Advance(TimeSpan.FromSeconds(1));
        await ConfirmAsync(desk, "lisi");
        await desk.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Single(_jira.Posts);
        await desk.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Contains("CRM-1", (await desk.Zhangsan.ReceivesAsync()).Text, StringComparison.Ordinal);
        Assert.Contains("CRM-2", (await desk.Member("lisi").ReceivesAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A17_FileThatCannotBeFetched_IsNamedAndTheIssueIsThere()
    {
        await using var desk = await Desk.StartAsync(_jira.Settings());
        desk.Platform.Answers("/cgi-bin/media/get", _ => """{"errcode":40007,"errmsg":"invalid media_id"}""");
        await desk.Zhangsan.SaysAsync("登录页打不开");
        await desk.Zhangsan.ReceivesAsync();
        await desk.Zhangsan.SendsImageAsync();
        await desk.Zhangsan.SaysAsync("确认");

        Assert.Contains("提交成功", (await desk.Zhangsan.ReceivesAsync()).Text, StringComparison.Ordinal);
        Assert.Equal("CRM-1 已提交，但有 1 个附件没能传上去：1 (image)", (await desk.Zhangsan.ReceivesAsync()).Text);
        await Desk.UntilAsync(() => _jira.Requests.Any(request => request.Path.EndsWith("/CRM-1/comment", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A06_Picture_IsAttachedToTheIssue()
    {
        await using var desk = await Desk.StartAsync(_jira.Settings());
        await desk.Zhangsan.SaysAsync("登录页打不开");
        await desk.Zhangsan.ReceivesAsync();
        await desk.Zhangsan.SendsImageAsync();
        await desk.Zhangsan.SaysAsync("确认");

        await Desk.UntilAsync(() => _jira.Requests.Any(request => request.Path.EndsWith("/CRM-1/attachments", StringComparison.Ordinal)));
        Assert.Contains("name=\"file\"; filename=\"picture.jpg\"", _jira.Requests.First(request => request.Path.EndsWith("/attachments", StringComparison.Ordinal)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A18_NobodyMapped_ReportsAsTheRobotAndSaysWho()
    {
        await using var desk = await Desk.StartAsync(_jira.Settings());
        desk.Platform.Answers("/cgi-bin/user/get", _ => """{"errcode":0,"userid":"zhangsan","name":"张三"}""");
        await ReportAsync(desk, "登录页打不开");

        var post = Assert.Single(_jira.Posts);
        Assert.Null(post.Fields["reporter"]);
        Assert.StartsWith("报告人：张三 \\(zhangsan\\)\n\n", (string)post.Fields["description"]!, StringComparison.Ordinal);
        using var rows = desk.Store.OpenReader();
        Assert.True(rows.People.Single(person => person.UserId == "zhangsan").IsUnmapped);
    }

    [Fact]
    public async Task A27_KilledAfterThePost_IsFoundByTheNextProcess()
    {
        using var folder = new DeskFolder();
        _jira.NextPost(async (http, create) =>
        {
            await create();
            // The answer never comes: the process is gone before.
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, http.RequestAborted);
        });
        await using (var first = await Desk.StartOnAsync(folder, _jira.Settings()))
        {
            await ConfirmAsync(first);
            await Desk.UntilAsync(() => _jira.Issues.Count == 1);
        }

        await using var second = await Desk.StartOnAsync(folder, _jira.Settings());
        await second.SearchAsync();

        Assert.Contains("CRM-1", (await second.Zhangsan.ReceivesAsync()).Text, StringComparison.Ordinal);
        Assert.Single(_jira.Posts);
        Assert.Equal(DraftStatus.Created, second.Drafts()[0].Status);
    }

    private static async Task ConfirmAsync(Desk desk, string member = "zhangsan")
    {
        var person = desk.Member(member);
        await person.SaysAsync("提bug 登录页打不开");
        await person.ReceivesAsync();
        await person.SaysAsync("确认");
    }

    private static async Task<string?> ReportAsync(Desk desk, string text)
    {
        await desk.Zhangsan.SaysAsync(text);
        await desk.Zhangsan.ReceivesAsync();
        await desk.Zhangsan.SaysAsync("确认");
        return (await desk.Zhangsan.ReceivesAsync()).Text;
    }
}
