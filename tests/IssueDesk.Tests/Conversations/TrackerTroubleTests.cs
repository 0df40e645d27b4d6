using System.Text.Json.Nodes;
using Hongyan.IssueDesk.Drafts;
using Hongyan.IssueDesk.Tests.Support;

namespace Hongyan.IssueDesk.Tests.Conversations;

/// <summary>A-11 to A-14: a Jira that is gone, broken, strict, hostile or busy. Never a silent loss.</summary>
public sealed class TrackerTroubleTests : IAsyncLifetime
{
    private const string Permission = """{"errors":{"summary":"cannot be set","description":"cannot be set","labels":"cannot be set","issuetype":"cannot be set"}}""";

    private FakeJira _jira = null!;

    public static TheoryData<string> Kinds => FakeJira.Kinds;

    public async ValueTask InitializeAsync() => _jira = await FakeJira.StartAsync();

    public ValueTask DisposeAsync() => _jira.DisposeAsync();

    [Theory]
    [InlineData("JiraServer", 500, """{"errorMessages":["boom"]}""", "application/json")]
    [InlineData("JiraServer", 503, "<html>maintenance</html>", "text/html")]
    [InlineData("JiraServer", 200, "<html>sign in</html>", "text/html")]
    [InlineData("JiraServer", 302, "", "text/html")]
    [InlineData("JiraServer", 201, "{}", "application/json")]
    [InlineData("JiraCloud", 500, """{"errorMessages":["boom"]}""", "application/json")]
    [InlineData("JiraCloud", 502, "<html>bad gateway</html>", "text/html")]
    public async Task A11_JiraIsBroken_QueuesSearchesAndSubmitsLater(string kind, int status, string body, string contentType)
    {
        await using var desk = await Desk.StartAsync(_jira.Settings(kind));

        await ChatLog.PlayAsync(desk, "A-11 暂时不可用.txt", [("Jira 坏了一次", () => Do(() => _jira.NextPostAnswers(status, body, contentType)))]);

        Assert.Equal(["POST", "GET", "POST"], _jira.Requests.Where(request => request.Method == "POST" || request.Query.Contains("labels", StringComparison.Ordinal)).Select(request => request.Method));
        Assert.Single(_jira.Issues);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A11_CreatedAndThen500_IsFoundAndNotCreatedTwice(string kind)
    {
        await using var desk = await Desk.StartAsync(_jira.Settings(kind));

        await ChatLog.PlayAsync(desk, "A-11 暂时不可用.txt", [("Jira 坏了一次", () => Do(() => _jira.NextPost(async (http, create) =>
        {
            await create();
            http.Response.StatusCode = 500;
        })))]);

        Assert.Single(_jira.Posts);
        Assert.Single(_jira.Issues);
    }

    [Fact]
    public async Task A11_NobodyListens_IsTriedAfterLongerAndLongerPausesForADay()
    {
        await using var desk = await Desk.StartAsync([.. _jira.Settings(), ("IssueDesk:Tracker:BaseUrl", "http://127.0.0.1:1")]);
        Func<Task> Tried(int times) => () => Desk.UntilAsync(() => desk.Drafts()[0] is { Status: DraftStatus.Queued } draft && draft.Attempts == times);

        await ChatLog.PlayAsync(desk, "A-11 越等越久.txt",
            [("Jira 关着", () => Task.CompletedTask), ("试了第 2 次", Tried(2)), ("试了第 3 次", Tried(3)), ("试了第 4 次", Tried(4)), ("试了第 5 次", Tried(5))]);

        Assert.Equal(DraftStatus.Failed, desk.Drafts()[0].Status);
    }

    [Fact]
    public async Task A11_Queued_CanBeCancelledAndIsNotAskedAgain()
    {
        await using var desk = await Desk.StartAsync([.. _jira.Settings(), ("IssueDesk:Tracker:BaseUrl", "http://127.0.0.1:1")]);

        await ChatLog.PlayAsync(desk, "A-11 取消.txt",
        [
            ("Jira 关着", () => Task.CompletedTask),
            ("Jira 开了，可是会出错", () => Do(() =>
            {
                _jira.NextPostAnswers(500, "{}");
                desk.Configure("IssueDesk:Tracker:BaseUrl", _jira.Url);
            })),
            ("Jira 没有再被问过", OnePost),
        ]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A12_FieldErrors_AreNamedInChineseWithAFilledInPage(string kind)
    {
        await using var desk = await Desk.StartAsync(_jira.Settings(kind, ("IssueDesk:Routes:0:Project", "CRM"), ("IssueDesk:Routes:0:IssueType", "Bug"),
            ("IssueDesk:Routes:0:Commands:0", "提bug"), ("IssueDesk:Routes:0:Priority", "High"), ("IssueDesk:Routes:0:Labels:0", "wecom"), ("IssueDesk:Names:zhangsan", "zsan")));

        await ChatLog.PlayAsync(desk, "A-12 字段不对.txt",
            [("Jira 说优先级不对", () => Do(() => _jira.NextPostAnswers(400, """{"errorMessages":[],"errors":{"priority":"is invalid"}}""")))]);

        var told = desk.Platform.Calls.Last(call => call.Path == "/cgi-bin/message/send").Body!["text"]!["content"]!.ToString();
        Assert.Equal(
            $"{_jira.Url}/secure/CreateIssueDetails!init.jspa?pid=10000&issuetype=10104&priority=2&reporter=zsan&labels=wecom&labels={desk.Drafts()[0].Marker}"
                + $"&summary={Uri.EscapeDataString("登录页打不开")}&description={Uri.EscapeDataString("点登录没有反应")}",
            told[told.IndexOf("http", StringComparison.Ordinal)..]);
        Assert.Single(_jira.Posts);
    }

    [Fact]
    public async Task A12_LongReport_LeadsToAnAddressThatIsNotCut()
    {
        await using var desk = await Desk.StartAsync(_jira.Settings());
        _jira.NextPostAnswers(400, $$$"""{"errorMessages":["{{{new string('很', 2000)}}}"],"errors":{"priority":"is invalid"}}""");
        await desk.Zhangsan.SaysAsync($"提bug {string.Concat(Enumerable.Repeat("登录页打不开", 20))}，{string.Concat(Enumerable.Repeat("点登录没有反应👩‍👩‍👧‍👦", 50))}");
        await desk.Zhangsan.ReceivesAsync();
        await desk.Zhangsan.SaysAsync("确认");

        var told = (await desk.Zhangsan.ReceivesAsync()).Text!;

        Assert.InRange(System.Text.Encoding.UTF8.GetByteCount(told), 1000, TextReply.MaxBytes);
        Assert.Contains("太长的部分要自己补上：", told, StringComparison.Ordinal);
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri(told[told.IndexOf("http", StringComparison.Ordinal)..]).Query);
        Assert.StartsWith("登录页打不开登录页", query["summary"].ToString(), StringComparison.Ordinal);
        Assert.EndsWith("…", query["summary"].ToString(), StringComparison.Ordinal);
        Assert.StartsWith("点登录没有反应", query["description"].ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A12_RequiredFields_AreAskedForFourTimesAtMost(string kind)
    {
        _jira.Fields = JsonNode.Parse("""
            [{"fieldId":"f1","name":"所属端","required":true,"schema":{"type":"option"},"allowedValues":[{"id":"1","value":"网页"},{"id":"2","value":"手机"}]},
             {"fieldId":"f2","name":"版本","required":true,"schema":{"type":"string"}},
             {"fieldId":"f3","name":"客户数","required":true,"schema":{"type":"number"}},
             {"fieldId":"f4","name":"模块","required":true,"schema":{"type":"array","items":"string"}},
             {"fieldId":"f5","name":"班组","required":true,"schema":{"type":"string"}}]
            """)!.AsArray();
        await using var desk = await Desk.StartAsync(_jira.Settings(kind));

        await ChatLog.PlayAsync(desk, "A-12 必填字段.txt",
        [
            ("Jira 要五个字段", () => Do(() =>
            {
                for (var first = 1; first <= 5; first++)
                    _jira.NextPostAnswers(400, new JsonObject { ["errors"] = new JsonObject(Enumerable.Range(first, 6 - first).Select(field => KeyValuePair.Create($"f{field}", (JsonNode?)"is required"))) }.ToJsonString());
            })),
            ("Jira 只要所属端", () => Do(() => _jira.NextPostAnswers(400, """{"errors":{"f1":"is required"}}"""))),
        ]);

        Assert.Equal(7, _jira.Posts.Count);
        Assert.Equal("""{"id":"2"}|"3.2"|12|["登录"]""", string.Join('|', Enumerable.Range(1, 4).Select(field => System.Text.RegularExpressions.Regex.Unescape(_jira.Posts[4].Fields[$"f{field}"]!.ToJsonString()))));
        Assert.Equal("1", (string)_jira.Posts[6].Fields["f1"]!["id"]!);
        var link = desk.Platform.Calls.Select(call => (string?)call.Body?["text"]?["content"] ?? "").First(text => text.Contains("也可以在网页上提", StringComparison.Ordinal));
        Assert.Contains("&f1=2&f2=3.2&f3=12&f4=", link, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A12_ReporterUnknown_IsOnePostAndNamesTheReporter(string kind)
    {
        await using var desk = await Desk.StartAsync(_jira.Settings(kind, ("IssueDesk:Names:zhangsan", "zsan")));

        await ChatLog.PlayAsync(desk, "A-12 报告人不存在.txt",
        [
            ("Jira 不认识 zsan", () => Do(() => _jira.NextPostAnswers(400, """{"errorMessages":[],"errors":{"reporter":"The reporter specified is not a user."}}"""))),
            ("只提交过一次", OnePost),
        ]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A12_EveryFieldComplains_HintsAtPermissions(string kind)
    {
        await using var desk = await Desk.StartAsync(_jira.Settings(kind));

        await ChatLog.PlayAsync(desk, "A-12 每一项都不对.txt", [("Jira 说每一项都不能填", () => Do(() => _jira.NextPostAnswers(400, Permission)))]);
    }

    [Theory]
    [InlineData("JiraServer", 401)]
    [InlineData("JiraServer", 403)]
    [InlineData("JiraCloud", 401)]
    public async Task A13_AccountRefused_OpensTheBreakerForTenMinutes(string kind, int status)
    {
        await using var desk = await Desk.StartAsync(_jira.Settings(kind));

        await ChatLog.PlayAsync(desk, "A-13 账号异常.txt", [("Jira 拒绝机器人的账号", () => Do(() => Refuse(status))), ("Jira 没有再被问过", OnePost)]);

        Assert.DoesNotContain(desk.Platform.Calls, call => call.Body?.ToJsonString().Contains("s3cret", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A13_ConfigurationMended_IsTriedAtOnce()
    {
        await using var desk = await Desk.StartAsync(_jira.Settings());

        await ChatLog.PlayAsync(desk, "A-13 换了令牌.txt",
        [
            ("Jira 拒绝机器人的账号", () => Do(() => Refuse(401))),
            ("管理员换了令牌", () => Do(() => desk.Configure("IssueDesk:Tracker:Token", "new"))),
        ]);

        Assert.NotEqual(_jira.Posts[0].Authorization, _jira.Posts[1].Authorization);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A14_TooManyRequests_WaitsAsAskedAndKeepsTheOrder(string kind)
    {
        await using var desk = await Desk.StartAsync(_jira.Settings(kind));

        await ChatLog.PlayAsync(desk, "A-14 太频繁.txt",
            [("Jira 说等两分钟", () => Do(() => _jira.NextPostAnswers(429, "", header: ("Retry-After", "120")))), ("Jira 没有再被问过", OnePost)]);
    }

    private void Refuse(int status) => _jira.NextPostAnswers(status, "<html></html>", "text/html", ("X-Authentication-Denied-Reason", "CAPTCHA_CHALLENGE; login-url=x"));

    private Task OnePost() => Do(() => Assert.Single(_jira.Posts));

    private static Task Do(Action act)
    {
        act();
        return Task.CompletedTask;
    }
}
