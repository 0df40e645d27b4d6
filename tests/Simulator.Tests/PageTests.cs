using System.Net;
using System.Text.RegularExpressions;
using Hongyan.Simulator.Tests.Fakes;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Tests;

public sealed partial class PageTests : IAsyncLifetime
{
    private FakeBot _bot = null!;
    private RunningSimulator _simulator = null!;
    private PageClient _pages = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await FakeBot.StartAsync(callback =>
            callback.Method == "GET" ? BotAnswer.Text(callback.Open()) : BotAnswer.TextReply("好的"));
        _simulator = await RunningSimulator.StartAsync(_bot);
        _pages = new(_simulator);
    }

    public async ValueTask DisposeAsync()
    {
        _pages.Dispose();
        await _simulator.DisposeAsync();
        await _bot.DisposeAsync();
    }

    [Fact]
    public async Task Root_Get_OpensTheChatOfTheDemoApp()
    {
        var (status, _, location) = await _pages.GetAsync("/");

        Assert.Equal((302, "/wecom/demo"), (status, location!.OriginalString));
    }

    [Fact]
    public async Task Chat_Get_ShowsBandPeopleAndComposer()
    {
        var (status, html, _) = await _pages.GetAsync("/wecom/demo");

        Assert.Equal(200, status);
        Assert.StartsWith("<!DOCTYPE html>", html, StringComparison.Ordinal);
        foreach (var text in new[] { "lang=\"zh-CN\"", "模拟环境", "演示助手", "回声", "张三", "李思", "王伟", "赵敏", "陈静", "研发部 · 后端工程师", "发送", "进入应用", _bot.Url })
            Assert.Contains(text, html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/wecom/demo/zhangsan?message=abc&expired=maybe")]
    [InlineData("/wecom/demo/zhangsan?message=99999999999999999999")]
    [InlineData("/official-account/oa?message=&expired=")]
    [InlineData("/wecom/robots/robot/zhangsan?message=-1&quotes=x&expired=1")]
    [InlineData("/wecom/groups/wrproject000000000000000000000001/zhangsan?message=1.5&quotes=%00&expired=x")]
    public async Task Page_ParametersThatAreNone_AreLeftAside(string path)
    {
        var (status, html, _) = await _pages.GetAsync(path);

        Assert.Equal(200, status);
        Assert.DoesNotContain("name=\"quotes\" value=\"x\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/wecom/demo")]
    [InlineData("/wecom/demo/zhangsan?event=template_card_event")]
    [InlineData("/wecom/echo/lisi")]
    [InlineData("/wecom/demo/callback")]
    [InlineData("/help")]
    [InlineData("/not-found")]
    public async Task Page_Get_KeepsItsOwnContentSecurityPolicy(string path)
    {
        using var response = await _simulator.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("default-src 'self'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.DoesNotMatch("<script(?![^>]* src=)", html);
        Assert.DoesNotContain(" style=", html, StringComparison.Ordinal);
        Assert.DoesNotMatch(" on[a-z]+=\"", html);
        Assert.All(References().Matches(html), reference => Assert.StartsWith("/", reference.Groups[1].Value, StringComparison.Ordinal));
        // An id that occurs twice breaks labels and the script.
        var ids = Ids().Matches(html).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(ids.Distinct(), ids);
        Assert.All(Labels().Matches(html), label => Assert.Contains(label.Groups[1].Value, ids));
    }

    [Fact]
    public async Task Assets_OfAPage_AreThereAndMayBeKept()
    {
        var (_, html, _) = await _pages.GetAsync("/wecom/demo");

        var assets = References().Matches(html).Select(match => match.Groups[1].Value).Where(url => url.StartsWith("/assets/", StringComparison.Ordinal)).ToList();
        Assert.Contains(assets, asset => asset.StartsWith("/assets/messages.css", StringComparison.Ordinal));
        Assert.Contains(assets, asset => asset.StartsWith("/assets/simulator.js", StringComparison.Ordinal));
        foreach (var asset in assets)
        {
            using var response = await _simulator.Http.GetAsync(new Uri(WebUtility.HtmlDecode(asset), UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Contains("immutable", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Say_WithoutScript_SendsAndShowsTheReply()
    {
        var (status, _, location) = await _pages.PostAsync("/wecom/demo/lisi", "say", Fields(("content", "你好\r\n<script>alert(1)</script>")));

        Assert.Equal((302, "/wecom/demo/lisi"), (status, location!.IsAbsoluteUri ? location.AbsolutePath : location.OriginalString));
        Assert.Contains("<Content><![CDATA[你好\n<script>", Assert.Single(_bot.Received).Open(), StringComparison.Ordinal);

        var (_, html, _) = await _pages.GetAsync("/wecom/demo/lisi");
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Say_ToTheReplyingMember_ShowsBubbleStatusAndWire()
    {
        await _pages.PostAsync("/wecom/demo/zhangsan", "say", Fields(("content", "你好")));

        var (_, html, _) = await _pages.GetAsync("/wecom/demo/zhangsan");
        Assert.Matches("<p class=\"said\">\\s*好的\\s*</p>", html);
        Assert.Contains("✓ 已回复", html, StringComparison.Ordinal);
        Assert.Contains("消息明文", html, StringComparison.Ordinal);
        Assert.Contains("回复明文", html, StringComparison.Ordinal);
        Assert.Contains("POST /bot?msg_signature=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("data-wire=\"open\"", html, StringComparison.Ordinal);

        var message = (long)(await _simulator.ConversationAsync())[0]!["id"]!;
        var (_, chosen, _) = await _pages.GetAsync($"/wecom/demo/zhangsan?message={message}");
        Assert.Contains("data-wire=\"open\"", chosen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Say_Empty_KeepsThePageAndSaysWhy()
    {
        var (status, html, _) = await _pages.PostAsync("/wecom/demo/zhangsan", "say", Fields(("content", "  ")));

        Assert.Equal(200, status);
        Assert.Contains("消息内容不能为空", html, StringComparison.Ordinal);
        Assert.Empty(_bot.Received);
    }

    [Theory]
    [InlineData("nope")]
    [InlineData("")]
    public async Task Post_FormThatThePageDoesNotHave_IsNotDoneAndSaysWhy(string form)
    {
        var (status, html, location) = await _pages.PostAsync("/wecom/demo/zhangsan", "say", Fields(("content", "你好"), ("_handler", form)));

        Assert.Equal((302, ""), (status, html));
        Assert.Empty(_bot.Received);
        Assert.Contains("页面已过期", (await _pages.GetAsync(location!.OriginalString)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Say_WithoutToken_IsNotDoneAndSaysWhy()
    {
        var (status, _, location) = await _pages.PostAsync("/wecom/demo/zhangsan", "say", Fields(("content", "你好")), withToken: false);

        Assert.Equal(302, status);
        Assert.Empty(_bot.Received);
        var (_, html, _) = await _pages.GetAsync(location!.OriginalString);
        Assert.Contains("页面已过期", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Act_EventWithoutFields_IsSent()
    {
        await _pages.PostAsync("/wecom/demo/zhangsan", "act", Fields(("event", "enter_agent")));

        Assert.Contains("<Event><![CDATA[enter_agent]]></Event>", Assert.Single(_bot.Received).Open(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Act_EventWithFields_IsSentAsFilledIn()
    {
        await _pages.PostAsync(
            "/wecom/demo/zhangsan?event=template_card_event", "fill",
            Fields(("eventKey", "ok"), ("taskId", "t"), ("cardType", "vote_interaction"), ("responseCode", "r"), ("selectedItems", "q1=a, b\r\nq2=\r\n")));

        var plaintext = Assert.Single(_bot.Received).Open();
        Assert.Contains(
            "<QuestionKey><![CDATA[q1]]></QuestionKey><OptionIds><OptionId><![CDATA[a]]></OptionId><OptionId><![CDATA[b]]></OptionId></OptionIds>",
            plaintext, StringComparison.Ordinal);
        Assert.Contains("<QuestionKey><![CDATA[q2]]></QuestionKey><OptionIds />", plaintext, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("north")]
    [InlineData("")]
    [InlineData("NaN")]
    [InlineData("1e400")]
    public async Task Act_NumberThatIsNone_SaysSo(string latitude)
    {
        var (status, html, _) = await _pages.PostAsync(
            "/wecom/demo/zhangsan?event=LOCATION", "fill", Fields(("latitude", latitude), ("longitude", "1"), ("precision", "1")));

        Assert.Equal(200, status);
        Assert.Contains("这里要填数字", html, StringComparison.Ordinal);
        Assert.Empty(_bot.Received);
    }

    [Fact]
    public async Task Chat_BotNotThere_SaysHowToStartIt()
    {
        await using var simulator = await RunningSimulator.StartAsync(bot: null, time: null, "--Simulator:Deliveries", "1");
        using var pages = new PageClient(simulator);

        await simulator.SayAsync("你好");

        var (_, html, _) = await pages.GetAsync("/wecom/demo/zhangsan");
        Assert.Contains("连接被拒绝：127.0.0.1:1 上没有程序在监听", html, StringComparison.Ordinal);
        Assert.Contains("dotnet run --project apps/Server", html, StringComparison.Ordinal);
        Assert.Contains("未送达", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pieces_Get_AreTheSamePartsOfThePage()
    {
        await _simulator.SayAsync("你好");
        var entry = (await _simulator.ConversationAsync())[1]!;

        Assert.Contains("好的", (await _pages.GetAsync("/wecom/demo/zhangsan/pieces/entries")).Html, StringComparison.Ordinal);
        var (_, piece, _) = await _pages.GetAsync($"/wecom/demo/zhangsan/pieces/entries/{entry["id"]}");
        Assert.StartsWith($"<li id=\"entry-{entry["id"]}\"", piece.TrimStart(), StringComparison.Ordinal);
        Assert.Contains("好的", (await _pages.GetAsync("/wecom/demo/zhangsan/pieces/people")).Html, StringComparison.Ordinal);
        Assert.Contains("回复明文", (await _pages.GetAsync($"/wecom/demo/zhangsan/pieces/wire/{entry["deliveryId"]}")).Html, StringComparison.Ordinal);
        Assert.Contains("name=\"latitude\"", (await _pages.GetAsync("/wecom/demo/zhangsan/pieces/event/LOCATION")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nowhere", "没有这个页面")]
    [InlineData("/wecom/nobody", "没有名为「nobody」的应用")]
    [InlineData("/wecom/demo/nobody", "没有 UserID 为「nobody」的成员")]
    [InlineData("/wecom/nobody/callback", "没有名为「nobody」的应用")]
    [InlineData("/wecom/demo/zhangsan/pieces/entries/999", "")]
    [InlineData("/wecom/demo/zhangsan/pieces/event/nothing", "")]
    [InlineData("/wecom/nobody/zhangsan/pieces/people", "")]
    public async Task Get_Unknown_Is404(string path, string sentence)
    {
        var (status, html, _) = await _pages.GetAsync(path);

        Assert.Equal(404, status);
        Assert.Contains(sentence, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Language_English_IsRemembered()
    {
        var (_, html, _) = await _pages.GetAsync("/wecom/demo?lang=en");
        Assert.Contains("lang=\"en\"", html, StringComparison.Ordinal);
        Assert.Contains(">Send<", html, StringComparison.Ordinal);

        Assert.Contains("Control API", (await _pages.GetAsync("/help")).Html, StringComparison.Ordinal);
        Assert.Contains("控制接口", (await _pages.GetAsync("/help?lang=zh-CN")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callback_Save_VerifiesAndSaysSo()
    {
        await using var other = await FakeBot.StartAsync(callback => BotAnswer.Text(callback.Open()));

        var (_, html, _) = await _pages.PostAsync("/wecom/demo/callback", "callback", Settings(other.Url));

        Assert.Contains("URL 验证通过", html, StringComparison.Ordinal);
        Assert.Equal(other.Url, (string?)(await _simulator.GetAsync("/sim/apps/demo/callback"))["callbackUrl"]);
    }

    [Fact]
    public async Task Callback_WrongAnswer_ShowsTheConsolesErrorAndKeepsWhatWasTyped()
    {
        await using var other = await FakeBot.StartAsync(callback => BotAnswer.Text($"\"{callback.Open()}\""));

        var (_, html, _) = await _pages.PostAsync("/wecom/demo/callback", "callback", Settings(other.Url));

        Assert.Contains("openapi回调地址请求不通过", html, StringComparison.Ordinal);
        Assert.Contains("多了引号", html, StringComparison.Ordinal);
        Assert.Contains($"value=\"{other.Url}\"", html, StringComparison.Ordinal);
        Assert.Equal(_bot.Url, (string?)(await _simulator.GetAsync("/sim/apps/demo/callback"))["callbackUrl"]);
    }

    [Theory]
    [InlineData("token", "token", "^[A-Za-z0-9]{20}$")]
    [InlineData("key", "encodingAESKey", "^[A-Za-z0-9]{43}$")]
    public async Task Callback_Random_FillsTheFieldWithoutSaving(string action, string field, string pattern)
    {
        var before = SampleApps.Demo.Callback;
        var (_, html, _) = await _pages.PostAsync(
            "/wecom/demo/callback", "callback", Settings("http://127.0.0.1:1/typed", action));

        var value = Regex.Match(html, $"id=\"{field}\" name=\"{field}\" value=\"([^\"]*)\"").Groups[1].Value;
        Assert.Matches(pattern, value);
        Assert.NotEqual(action == "token" ? before.Token : before.EncodingAESKey, value);
        Assert.Contains("value=\"http://127.0.0.1:1/typed\"", html, StringComparison.Ordinal);
        Assert.Equal(before.Token, (string?)(await _simulator.GetAsync("/sim/apps/demo/callback"))["token"]);
    }

    [Fact]
    public async Task Callback_Get_ShowsEverythingABotMustBeGiven()
    {
        var (_, html, _) = await _pages.GetAsync("/wecom/demo/callback");

        foreach (var value in new[] { SampleApps.Demo.CorpId, "1000002", SampleApps.Demo.Secret, SampleApps.Demo.Callback.Token, SampleApps.Demo.Callback.EncodingAESKey })
            Assert.Contains($"<code>{value}</code>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_Get_NamesThisSimulatorsAddress()
    {
        var (_, html, _) = await _pages.GetAsync("/help");

        Assert.Contains(new Uri(_simulator.Http.BaseAddress!, "/sim/accounts").ToString(), html, StringComparison.Ordinal);
        Assert.Contains("href=\"/sim/openapi.json\"", html, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Settings(string url, string action = "save") => Fields(
        ("callbackUrl", url), ("token", SampleApps.Demo.Callback.Token), ("encodingAESKey", SampleApps.Demo.Callback.EncodingAESKey), ("action", action));

    private static Dictionary<string, string> Fields(params (string Name, string Value)[] fields) =>
        fields.ToDictionary(field => field.Name, field => field.Value);

    [GeneratedRegex("<(?:script|link|img)[^>]* (?:src|href)=\"([^\"]*)\"")]
    private static partial Regex References();

    [GeneratedRegex(" id=\"([^\"]*)\"")]
    private static partial Regex Ids();

    [GeneratedRegex("<label[^>]* for=\"([^\"]*)\"")]
    private static partial Regex Labels();
}
