using System.Text;
using System.Text.Json.Nodes;
using Hongyan.IssueDesk.Tests.Support;

namespace Hongyan.IssueDesk.Tests.Settings;

/// <summary>Every name of the configuration, set by variables of the environment and obeyed.</summary>
public sealed class EnvironmentTests : IAsyncLifetime
{
    /// <summary>Variables of other tests and of the machine begin with something else.</summary>
    private readonly string _prefix = $"HY{Guid.NewGuid():N}_";
    private readonly List<string> _variables = [];

    private FakeJira _jira = null!;
    private FakeWeb _web = null!;

    public static TheoryData<string> Kinds => FakeJira.Kinds;

    public async ValueTask InitializeAsync()
    {
        _jira = await FakeJira.StartAsync();
        _web = await FakeWeb.StartAsync(address => address switch
        {
            var found when found.StartsWith("/geo/", StringComparison.Ordinal) => (200, """{"code":"200","location":[{"name":"广州","id":"101280101","adm1":"广东省"}]}"""),
            var now when now.StartsWith("/v7/weather/now", StringComparison.Ordinal) => (200, """{"code":"200","now":{"temp":"24","feelsLike":"26","text":"多云","humidity":"61"}}"""),
            "/v1/chat/completions" => (200, """{"choices":[{"message":{"content":"加油"}}]}"""),
            _ => (200, """{"errcode":0,"errmsg":"ok"}"""),
        });
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var variable in _variables)
            Environment.SetEnvironmentVariable(variable, null);
        await _web.DisposeAsync();
        await _jira.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Tracker_RoutesNamesAndGroup_AreObeyed(string kind)
    {
        Set("IssueDesk__Tracker__Kind", kind);
        Set("IssueDesk__Tracker__BaseUrl", _jira.Url);
        Set("IssueDesk__Tracker__User", "robot@example.com");
        Set("IssueDesk__Tracker__Token", "t0ken");
        Set("IssueDesk__Tracker__TimeoutSeconds", "7");
        Set("IssueDesk__Group__ChatId", "bugs");
        Set("IssueDesk__Routes__0__Name", "商城 bug");
        Set("IssueDesk__Routes__0__Words__0", "下单");
        Set("IssueDesk__Routes__0__Words__1", "支付");
        Set("IssueDesk__Routes__0__Commands__0", "提商城");
        Set("IssueDesk__Routes__0__Project", "SHOP");
        Set("IssueDesk__Routes__0__IssueType", "故障");
        Set("IssueDesk__Routes__0__Labels__0", "wecom");
        Set("IssueDesk__Routes__0__Labels__1", "shop");
        Set("IssueDesk__Routes__1__Name", "人事问题");
        Set("IssueDesk__Routes__1__Commands__0", "提人事");
        Set("IssueDesk__Routes__1__Project", "HR");
        Set("IssueDesk__Routes__1__IssueType", "10001");
        Set("IssueDesk__Names__zhangsan", "zsan");
        Set("IssueDesk__Names__saber", "chenmin");
        await using var desk = await Desk.StartFromEnvironmentAsync(_prefix);
        desk.KnowsPeople(("lisi", "saber-陈敏", null));

        Assert.Contains("SHOP-1", await ReportAsync(desk, "zhangsan", "支付页面一直转圈"), StringComparison.Ordinal);
        Assert.Contains("HR-2", await ReportAsync(desk, "lisi", "提人事 工资单少了一天"), StringComparison.Ordinal);
        Assert.Contains("“帮助”", await desk.Member("wangwu").SaysAsync("登录页打不开"), StringComparison.Ordinal);

        Assert.All(_jira.Posts, post => Assert.Equal($"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("robot@example.com:t0ken"))}", post.Authorization));
        Assert.Equal(("SHOP", "故障", "wecom,shop"), ((string)Fields(0)["project"]!["key"]!, (string)Fields(0)["issuetype"]!["name"]!, string.Join(',', Fields(0)["labels"]!.AsArray().SkipLast(1))));
        Assert.Equal(("HR", "10001"), ((string)Fields(1)["project"]!["key"]!, (string)Fields(1)["issuetype"]!["id"]!));
        Assert.Equal(["zsan", "chenmin"], _jira.Posts.Select(post => (string?)(post.Fields["reporter"]!["name"] ?? post.Fields["reporter"]!["accountId"])));
        await Desk.UntilAsync(() => desk.Platform.Calls.Count(call => call.Path == "/cgi-bin/appchat/send") == 2);
        Assert.All(desk.Platform.Calls.Where(call => call.Path == "/cgi-bin/appchat/send"), call => Assert.Equal("bugs", (string?)call.Body!["chatid"]));

        // No answer comes any more: after seven seconds the desk looks for what became of it.
        _jira.NextPostWaits(Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, TestContext.Current.CancellationToken));
        await desk.Zhangsan.SaysAsync("提商城 下单没反应");
        await desk.Zhangsan.ReceivesAsync();
        await desk.Zhangsan.SaysAsync("确认");
        await Desk.UntilAsync(() => _jira.Issues.Count == 3);
        await desk.Time.WaitForTimerAsync(TimeSpan.FromSeconds(7));
        await desk.PassAsync(TimeSpan.FromSeconds(7));
        await desk.SearchAsync();
        Assert.StartsWith("正在提交", (await desk.Zhangsan.ReceivesAsync()).Text, StringComparison.Ordinal);
        Assert.Contains("SHOP-3", (await desk.Zhangsan.ReceivesAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Robot_WeatherAndChat_AreObeyed()
    {
        Set("IssueDesk__Tracker__Kind", "Demo");
        Set("IssueDesk__Group__RobotUrl", $"{_web.Url}/cgi-bin/webhook/send?key=5f0c6a1e-93d7-4b52-8e4f-2a7d1c90b6e3");
        Set("Skills__Weather__Provider", "QWeather");
        Set("Skills__Weather__BaseUrl", _web.Url);
        Set("Skills__Weather__Key", "weather-key");
        Set("Skills__Chat__BaseUrl", $"{_web.Url}/v1");
        Set("Skills__Chat__Key", "chat-key");
        Set("Skills__Chat__Model", "deepseek-chat");
        await using var desk = await Desk.StartFromEnvironmentAsync(_prefix);

        Assert.Contains("CRM-1", await ReportAsync(desk, "zhangsan", "登录页打不开"), StringComparison.Ordinal);
        Assert.StartsWith("广州：多云", await desk.Zhangsan.SaysAsync("天气 广州"), StringComparison.Ordinal);
        Assert.StartsWith("加油\n", await desk.Zhangsan.SaysAsync("好累啊"), StringComparison.Ordinal);

        await Desk.UntilAsync(() => _web.Requests.Any(request => request.Address.StartsWith("/cgi-bin/webhook/send?key=5f0c6a1e-", StringComparison.Ordinal)));
        Assert.Contains(_web.Requests, request => request.Address.StartsWith("/v7/", StringComparison.Ordinal) && request.Keys == "weather-key");
        var chat = Assert.Single(_web.Requests, request => request.Address == "/v1/chat/completions");
        Assert.Equal(("Bearer chat-key", "deepseek-chat"), (chat.Keys, (string?)JsonNode.Parse(chat.Body)!["model"]));
    }

    private void Set(string name, string value)
    {
        _variables.Add(_prefix + name);
        Environment.SetEnvironmentVariable(_prefix + name, value);
    }

    private JsonNode Fields(int post) => _jira.Posts[post].Fields;

    private static async Task<string> ReportAsync(Desk desk, string member, string text)
    {
        var person = desk.Member(member);
        await person.SaysAsync(text);
        await person.ReceivesAsync();
        await person.SaysAsync("确认");
        return (await person.ReceivesAsync()).Text!;
    }
}
