using System.Text.Json.Nodes;
using Hongyan.IssueDesk.Tests.Support;

namespace Hongyan.IssueDesk.Tests.Conversations;

/// <summary>A-06 and: what Jira gets of a report.</summary>
public sealed class ReportedIssueTests : IAsyncLifetime
{
    private FakeJira _jira = null!;

    public static TheoryData<string> Kinds => FakeJira.Kinds;

    public async ValueTask InitializeAsync() => _jira = await FakeJira.StartAsync();

    public ValueTask DisposeAsync() => _jira.DisposeAsync();

    [Theory]
    [InlineData("JiraServer", "/rest/api/2/issue")]
    [InlineData("JiraCloud", "/rest/api/3/issue")]
    public async Task A04_Confirmed_CarriesTheRoutesFieldsTheReporterAndTheMarker(string kind, string path)
    {
        await using var desk = await Desk.StartAsync(_jira.Settings(kind, ("IssueDesk:Names:zhangsan", "zsan"), ("IssueDesk:Routes:0:Project", "CRM"), ("IssueDesk:Routes:0:IssueType", "10104"),
            ("IssueDesk:Routes:0:Words:0", "打不开"), ("IssueDesk:Routes:0:Labels:0", "wecom"), ("IssueDesk:Routes:0:Priority", "High")));
        await ReportAsync(desk, "登录页打不开，点了没有反应");

        var post = Assert.Single(_jira.Posts);
        Assert.Equal(path, post.Path);
        Assert.StartsWith("Basic ", post.Authorization, StringComparison.Ordinal);
        Assert.Equal(("CRM", "10104", "登录页打不开", "zsan", "High", "点了没有反应"),
            ((string)post.Fields["project"]!["key"]!, (string)post.Fields["issuetype"]!["id"]!, (string)post.Fields["summary"]!, Reporter(post), (string)post.Fields["priority"]!["name"]!, Description(post)));
        Assert.Equal(["wecom", desk.Drafts()[0].Marker], post.Fields["labels"]!.AsArray().Select(label => (string)label!));
        Assert.Matches("^wxbot-[0-9a-f]{12}$", desk.Drafts()[0].Marker);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A06_Picture_IsAttachedToTheIssue(string kind)
    {
        await using var desk = await Desk.StartAsync(_jira.Settings(kind));
        await desk.Zhangsan.SaysAsync("登录页打不开");
        await desk.Zhangsan.ReceivesAsync();
        await desk.Zhangsan.SendsImageAsync();
        await desk.Zhangsan.SaysAsync("确认");

        await Desk.UntilAsync(() => _jira.Attachments.Count == 1);
        Assert.EndsWith("/issue/CRM-1/attachments", _jira.Attachments[0].Path, StringComparison.Ordinal);
        Assert.Contains("name=\"file\"; filename=\"picture.jpg\"", _jira.Attachments[0].Body, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A15_LongReport_IsCutBetweenCharactersAndTheRestIsAttached(string kind)
    {
        var log = string.Concat(Enumerable.Range(0, 3500).Select(line => $"{{{line}}} 超时😀\n"));
        await using var desk = await Desk.StartAsync(_jira.Settings(kind));

        await ChatLog.PlayAsync(desk, "A-15 很长.txt", [("李四补充三万多字的日志", async () =>
        {
            await desk.Member("lisi").SaysAsync($"补充 {log}");
            await desk.Member("lisi").ReceivesAsync();
        })]);

        var (title, rest) = ((string)_jira.Posts[0].Fields["summary"]!, Description(_jira.Posts[0]));
        Assert.InRange(title.Length, 240, 255);
        Assert.Contains($"…{desk.Drafts()[0].Title[(title.Length - 1)..]}\n\n点了没有反应", rest, StringComparison.Ordinal);

        var description = Description(_jira.Posts[1]);
        Assert.InRange(_jira.Posts[1].Fields["description"]! is JsonValue ? description.Length : _jira.Posts[1].Fields["description"]!.ToJsonString(Literal).Length, 20_000, 32_767);
        Assert.EndsWith("…", description, StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', description);
        await Desk.UntilAsync(() => _jira.Attachments.Count == 1);
        Assert.EndsWith("/issue/CRM-2/attachments", _jira.Attachments[0].Path, StringComparison.Ordinal);
        Assert.Contains("filename=\"CRM-2.txt\"", _jira.Attachments[0].Body, StringComparison.Ordinal);
        Assert.Contains(log.TrimEnd(), _jira.Attachments[0].Body, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A16_Markup_IsStoredLiterallyAndNoQueryIsBroken(string kind)
    {
        await using var desk = await Desk.StartAsync(_jira.Settings(kind));

        await ChatLog.PlayAsync(desk, "A-16 原样.txt");

        var description = Description(_jira.Posts[0]);
        if (kind == "JiraCloud")
        {
            Assert.Contains("h1. {code} [~admin] \"引号\" <script>alert(1)</script> {noformat} *粗* OR project = HR\nbq. 第二行 \\ !pic.png! |表|", description, StringComparison.Ordinal);
            Assert.All(_jira.Posts[0].Fields["description"]!["content"]!.AsArray(), paragraph => Assert.Equal("paragraph", (string)paragraph!["type"]!));
        }
        else
        {
            Assert.Contains("\nh1&#46; \\{code\\} \\[\\~admin\\] \"引号\"", description, StringComparison.Ordinal);
            Assert.Contains("\\{noformat\\} \\*粗\\* OR project = HR\nbq&#46; 第二行 &#92; \\!pic.png\\! \\|表\\|", description, StringComparison.Ordinal);
        }
        var queries = _jira.Requests.Where(request => request.Path.Contains("/search", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, queries.Count);
        Assert.All(queries, query => Assert.DoesNotContain("project = HR", query.Query, StringComparison.Ordinal));
        Assert.Contains("project = \"CRM\" AND statusCategory != Done AND summary ~ \"登录页\" ORDER BY created DESC", queries[1].Query, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A17_FilesThatCannotBeTaken_AreNamedAndTheIssueIsThere(string kind)
    {
        await using var desk = await Desk.StartAsync(_jira.Settings(kind));

        await ChatLog.PlayAsync(desk, "A-17 附件丢了.txt",
        [
            ("素材过期了", () => Do(() => desk.Platform.Answers("/cgi-bin/media/get", _ => """{"errcode":40007,"errmsg":"invalid media_id"}"""))),
            ("Jira 嫌附件太大", () => Do(() =>
            {
                desk.Platform.Answers("/cgi-bin/media/get", _ => null);
                _jira.Refuses = request => request.Path.EndsWith("/attachments", StringComparison.Ordinal) ? 413 : null;
            })),
        ]);

        await Desk.UntilAsync(() => _jira.Comments.Count == 2);
        Assert.Contains("2 个附件没能传上去：1 (image), 2 (video)", System.Text.RegularExpressions.Regex.Unescape(_jira.Comments[0].Body).Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A18_NobodyMapped_IsFoundByNameOrMailOrNamedInTheText(string kind)
    {
        (_jira.People["lsi"], _jira.People["plough"]) = ("lisi@example.com", "plough@example.com");
        await using var desk = await Desk.StartAsync(_jira.Settings(kind));
        desk.KnowsPeople(("zhangsan", "张三", null), ("lisi", "李四", "lisi@example.com"), ("plough", "plough", kind == "JiraCloud" ? "plough@example.com" : null));

        await ChatLog.PlayAsync(desk, "A-18 报告人.txt",
        [
            ("第一行是：报告人：张三 (zhangsan)", () => Do(() =>
            {
                Assert.Null(_jira.Posts[0].Fields["reporter"]);
                Assert.StartsWith("报告人：张三 (zhangsan)\n\n", Description(_jira.Posts[0]).Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
            })),
            ("报告人是 lsi", () => Do(() => Assert.Equal("lsi", Reporter(_jira.Posts[1])))),
            ("报告人是 plough", () => Do(() => Assert.Equal(("plough", "如题"), (Reporter(_jira.Posts[2]), Description(_jira.Posts[2]))))),
        ]);

        using var rows = desk.Store.OpenReader();
        Assert.Equal("zhangsan", Assert.Single(rows.People.Where(person => person.IsUnmapped)).UserId);
    }

    [Fact]
    public async Task A18_NamesOfTheFirstRobot_AreShortenedAndMapped()
    {
        await using var desk = await Desk.StartAsync(_jira.Settings("JiraServer", ("IssueDesk:Names:saber", "chenmin"), ("IssueDesk:Names:xuzuo.Chen(Walter)", "xuzuo.chen")));
        desk.KnowsPeople(("u1", "plough-田宗耕", null), ("u2", " jax_刘军", null), ("u3", "saber-陈敏", null), ("u4", "xuzuo.Chen(Walter)-陈栩作", null));

        await ChatLog.PlayAsync(desk, "第一个机器人的名字.txt",
            [("报告人是 plough、jax、chenmin、xuzuo.chen", () => Do(() => Assert.Equal(["plough", "jax", "chenmin", "xuzuo.chen"], _jira.Posts.Select(Reporter))))]);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task SimilarIssue_IsShownBeforeConfirming(string kind)
    {
        await using var desk = await Desk.StartAsync(_jira.Settings(kind));
        desk.RefusesCards();

        await ChatLog.PlayAsync(desk, "A-02 相似.txt");
    }

    [Fact]
    public async Task SimilarIssue_SearchFails_PreviewComesAllTheSame()
    {
        _jira.SearchStatus = 500;
        await using var desk = await Desk.StartAsync(_jira.Settings());

        await ChatLog.PlayAsync(desk, "A-02 预览.txt");
    }

    private static readonly System.Text.Json.JsonSerializerOptions Literal = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Reporter(JiraRequest post) => (string)(post.Fields["reporter"]!["name"] ?? post.Fields["reporter"]!["accountId"])!;

    /// <summary>The text of a description: Server's as it is, Cloud's paragraph by paragraph.</summary>
    private static string Description(JiraRequest post) => post.Fields["description"] is JsonObject document
        ? string.Join('\n', document["content"]!.AsArray().Select(paragraph => (string?)paragraph!["content"]?[0]?["text"] ?? ""))
        : (string)post.Fields["description"]!;

    private static async Task ReportAsync(Desk desk, string text)
    {
        await desk.Zhangsan.SaysAsync(text);
        await desk.Zhangsan.ReceivesAsync();
        await desk.Zhangsan.SaysAsync("确认");
        await desk.Zhangsan.ReceivesAsync();
    }

    private static Task Do(Action act)
    {
        act();
        return Task.CompletedTask;
    }
}
