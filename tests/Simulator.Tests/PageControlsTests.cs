using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hongyan.Simulator.Tests.Fakes;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Tests;

/// <summary>What the pages offer around the conversation, all of it without script.</summary>
public sealed class PageControlsTests : IAsyncLifetime
{
    private FakeBot _bot = null!;
    private RunningSimulator _simulator = null!;
    private PageClient _pages = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await FakeBot.StartAsync(_ => BotAnswer.TextReply("好的"));
        _simulator = await RunningSimulator.StartAsync(_bot);
        _pages = new(_simulator);
    }

    public async ValueTask DisposeAsync()
    {
        _pages.Dispose();
        await _simulator.DisposeAsync();
        await _bot.DisposeAsync();
    }

    [Theory]
    [InlineData("en-US,en;q=0.9", "en")]
    [InlineData("fr,en;q=0.5", "en")]
    [InlineData("zh-TW,zh;q=0.9,en;q=0.8", "zh-CN")]
    [InlineData("en;q=0.1,zh", "zh-CN")]
    [InlineData("en;q=0,fr", "zh-CN")]
    [InlineData("*", "zh-CN")]
    public async Task Language_NotChosen_IsTheBrowsers(string acceptLanguage, string language)
    {
        var (_, html, _) = await _pages.GetAsync("/wecom/demo", acceptLanguage);

        Assert.Contains($"<html lang=\"{language}\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Language_Chosen_OutweighsTheBrowsers()
    {
        await _pages.GetAsync("/wecom/demo?lang=zh-CN");

        Assert.Contains("<html lang=\"zh-CN\"", (await _pages.GetAsync("/help", "en")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Theme_Chosen_IsRemembered()
    {
        Assert.Contains("data-theme=\"auto\"", (await _pages.GetAsync("/help")).Html, StringComparison.Ordinal);
        Assert.Contains("data-theme=\"dark\"", (await _pages.GetAsync("/help?theme=dark")).Html, StringComparison.Ordinal);
        Assert.Contains("data-theme=\"dark\"", (await _pages.GetAsync("/wecom/demo?theme=pink")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tabs_OfSeveralPeople_StayOpenUntilClosed()
    {
        await _pages.GetAsync("/wecom/demo/zhangsan");
        var (_, html, _) = await _pages.GetAsync("/wecom/demo/lisi");
        Assert.Equal(["zhangsan", "lisi"], Tabs(html));

        var (status, _, location) = await _pages.GetAsync("/wecom/demo/lisi?close=lisi");
        Assert.Equal(302, status);
        Assert.EndsWith("/wecom/demo/zhangsan", location!.OriginalString, StringComparison.Ordinal);
        Assert.Empty(Tabs((await _pages.GetAsync("/wecom/demo/zhangsan")).Html));
    }

    [Fact]
    public async Task Unread_Replies_AreCountedUntilSomebodyLooks()
    {
        await _simulator.SayAsync("一");
        await _simulator.SayAsync("二");

        Assert.Contains("2 条未读", (await _pages.GetAsync("/wecom/demo/lisi")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("条未读", (await _pages.GetAsync("/wecom/demo/zhangsan")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain("条未读", (await _pages.GetAsync("/wecom/demo/lisi")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Faults_Form_SwitchesThemAndShowsThem()
    {
        var (status, _, _) = await _pages.PostAsync("/wecom/demo/zhangsan?panel=faults", "faults", Fields(
            ("on", "wrongSignature"), ("messages-wrongSignature", "2"), ("attempts-wrongSignature", "3"), ("messages-drop", "9")));

        Assert.Equal(302, status);
        var on = (await _simulator.GetAsync("/sim/apps/demo/faults"))["faults"]!.AsArray().Where(fault => (bool)fault!["isOn"]!).ToList();
        var fault = Assert.Single(on)!;
        Assert.Equal(("wrongSignature", 2, 3), ((string?)fault["kind"], (int)fault["messages"]!, (int)fault["attempts"]!));
        var (_, html, _) = await _pages.GetAsync("/wecom/demo/zhangsan");
        Assert.Matches("<a class=\"chip\"[^>]*>故障：签名错误 ×2</a>", html);
    }

    [Theory]
    [InlineData("messages-delay", "0")]
    [InlineData("messages-delay", "many")]
    [InlineData("attempts-delay", "11")]
    public async Task Faults_FormWithWrongNumber_SaysSoAndChangesNothing(string field, string value)
    {
        var (status, html, _) = await _pages.PostAsync("/wecom/demo/zhangsan?panel=faults", "faults", Fields(("on", "delay"), (field, value)));

        Assert.Equal(200, status);
        Assert.Contains("必须在 1 到", html, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"chip\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clock_Form_MovesItForwardAndBack()
    {
        await _pages.PostAsync("/wecom/demo/zhangsan?panel=faults", "clock", Fields(("advance", "172800")));
        var (_, html, _) = await _pages.GetAsync("/wecom/demo/zhangsan");
        Assert.Contains("时间 +2 天", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.Equal(172800, (double)(await _simulator.GetAsync("/sim/clock"))["offsetSeconds"]!);

        await _pages.PostAsync("/wecom/demo/zhangsan?panel=faults", "clock", Fields(("advance", "reset")));
        Assert.Equal(0, (double)(await _simulator.GetAsync("/sim/clock"))["offsetSeconds"]!);
    }

    [Fact]
    public async Task Reset_Form_ForgetsTheConversation()
    {
        await _simulator.SayAsync("你好");

        await _pages.PostAsync("/wecom/demo/zhangsan?panel=faults", "reset", Fields());

        Assert.Empty(await _simulator.ConversationAsync());
    }

    [Fact]
    public async Task Compose_WellKnownPlace_IsSentWithItsCoordinates()
    {
        await _pages.PostAsync("/wecom/demo/zhangsan?message-type=location", "compose", Fields(("place", "广州市海珠区阅江西路222号广州塔"), ("latitude", "nonsense")));

        var plaintext = Assert.Single(_bot.Received).Open();
        Assert.Contains("<Location_X>23.1064</Location_X><Location_Y>113.3245</Location_Y>", plaintext, StringComparison.Ordinal);
        Assert.Contains("广州塔", plaintext, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compose_Link_IsSentAndShown()
    {
        await _pages.PostAsync("/wecom/demo/zhangsan?message-type=link", "compose", Fields(
            ("title", "周报"), ("description", "第 3 周"), ("url", "https://example.com/w"), ("picUrl", "javascript:alert(1)")));

        Assert.Contains("<Title><![CDATA[周报]]></Title>", Assert.Single(_bot.Received).Open(), StringComparison.Ordinal);
        var (_, html, _) = await _pages.GetAsync("/wecom/demo/zhangsan");
        Assert.Contains("<a href=\"https://example.com/w\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("=\"javascript:", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compose_PictureOfTwoMegabytes_IsUploadedSentAndShown()
    {
        byte[] picture = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, .. new byte[2 * 1024 * 1024]];

        var (status, _, _) = await _pages.PostAsync(
            "/wecom/demo/zhangsan?message-type=image", "compose", Fields(), file: ("picture.png", picture));

        Assert.Equal(302, status);
        var sent = (await _simulator.ConversationAsync())[0]!;
        var (_, html, _) = await _pages.GetAsync("/wecom/demo/zhangsan");
        Assert.Contains($"<img src=\"/sim/media/{MediaIdOf(sent)}\" alt=\"picture.png\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compose_FileOfAnotherKind_IsRefused()
    {
        var (status, html, _) = await _pages.PostAsync(
            "/wecom/demo/zhangsan?message-type=video", "compose", Fields(), file: ("movie.mp4", "#!AMR\n not a movie"u8.ToArray()));

        Assert.Equal(200, status);
        Assert.Matches("id=\"composer-error\" role=\"alert\">[^<]+<", html);
        Assert.Empty(_bot.Received);
    }

    [Fact]
    public async Task Act_PictureEvent_IsFollowedByTheChosenPicture()
    {
        byte[] picture = [0xFF, 0xD8, 0xFF, .. "a small picture"u8];

        await _pages.PostAsync("/wecom/demo/zhangsan?event=pic_weixin", "fill", Fields(("eventKey", "upload")), file: ("whiteboard.jpg", picture));

        Assert.Contains("<Count>1</Count>", _bot.Received[0].Open(), StringComparison.Ordinal);
        var (_, html, _) = await _pages.GetAsync("/wecom/demo/zhangsan");
        Assert.Contains("alt=\"whiteboard.jpg\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Menu_EntryThatNeedsNothing_IsItsEvent()
    {
        await _pages.PostAsync("/wecom/demo/zhangsan", "menu", Fields(("entry", "view:https://example.com/menu?a=b:c")));

        var plaintext = Assert.Single(_bot.Received).Open();
        Assert.Contains("<Event><![CDATA[view]]></Event><EventKey><![CDATA[https://example.com/menu?a=b:c]]></EventKey>", plaintext, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Menu_EntryThatAsksFirst_OpensItsFormWithTheKey()
    {
        var (_, html, _) = await _pages.GetAsync("/wecom/demo/zhangsan");
        var link = Regex.Match(html, "href=\"([^\"]*event=scancode_waitmsg&amp;key=scan_wait)\"").Groups[1].Value;

        var (_, form, _) = await _pages.GetAsync(WebUtility.HtmlDecode(link));

        Assert.Contains("name=\"eventKey\" value=\"scan_wait\"", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Menu_PlaceOfAnEntry_IsSentWithItsKey()
    {
        await _pages.PostAsync(
            "/wecom/demo/zhangsan?event=location_select&key=where", "fill", Fields(("place", "北京市东城区东长安街天安门"), ("eventKey", "where")));

        Assert.Contains("<EventKey><![CDATA[where]]></EventKey>", _bot.Received[0].Open(), StringComparison.Ordinal);
        Assert.Contains("<Location_X>39.9087</Location_X>", _bot.Received[0].Open(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Menu_OfNoEntries_IsNotShown()
    {
        await _simulator.PutAsync("/sim/apps/demo/menu", new { button = Array.Empty<object>() });

        Assert.DoesNotContain("class=\"menu-bar\"", (await _pages.GetAsync("/wecom/demo/zhangsan")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Routes_OfferedByTheBot_StandBesideTheChat()
    {
        await using var bot = await FakeBot.StartAsync(callback => callback.Method == "GET" ? BotAnswer.Text("1. text 天气 {city}") with { ContentType = "text/plain; charset=utf-8" } : BotAnswer.Empty);
        await using var simulator = await RunningSimulator.StartAsync(bot);
        using var pages = new PageClient(simulator);

        var (_, html, _) = await pages.GetAsync("/wecom/demo/zhangsan?panel=routes");

        Assert.Contains("天气 {city}", html, StringComparison.Ordinal);
        Assert.Contains("天气 {city}", (await pages.GetAsync("/wecom/demo/zhangsan/pieces/routes")).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_MadeWhileAnswering_StandOnTheWire()
    {
        RunningSimulator? simulator = null;
        await using var bot = await FakeBot.StartAsync(_ =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/cgi-bin/gettoken?corpid={SampleApps.Demo.CorpId}&corpsecret={SampleApps.Demo.Secret}", UriKind.Relative));
            using var response = simulator!.Http.Send(request);
            return BotAnswer.Empty;
        });
        simulator = await RunningSimulator.StartAsync(bot);
        await using var running = simulator;
        using var pages = new PageClient(simulator);

        await simulator.SayAsync("你好");

        var (_, html, _) = await pages.GetAsync("/wecom/demo/zhangsan");
        Assert.Contains("期间的接口调用", html, StringComparison.Ordinal);
        Assert.Contains("GET /cgi-bin/gettoken?corpid=", html, StringComparison.Ordinal);
        Assert.DoesNotContain(SampleApps.Demo.Secret, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Transcript_OfAConversation_ReplaysWithoutADifference()
    {
        await _simulator.SayAsync("你好");
        var (_, page, _) = await _pages.GetAsync("/wecom/demo/zhangsan?panel=transcript");
        var download = Regex.Match(page, "href=\"([^\"]*/transcript)\"").Groups[1].Value;
        var transcript = (await _pages.GetAsync(download)).Html;

        var (status, html, _) = await _pages.PostAsync(
            "/wecom/demo/zhangsan?panel=transcript", "replay", Fields(), file: ("chat.txt", Encoding.UTF8.GetBytes(transcript)));

        Assert.Equal(200, status);
        Assert.Contains("与记录一致", html, StringComparison.Ordinal);
        Assert.Equal(2, _bot.Received.Count);
    }

    [Fact]
    public async Task Transcript_AnotherAnswer_IsToldInWords()
    {
        var (_, html, _) = await _pages.PostAsync(
            "/wecom/demo/zhangsan?panel=transcript", "replay", Fields(("text", "> 你好\n< 不好\n")));

        Assert.Contains("第 1 轮与记录不同", html, StringComparison.Ordinal);
        Assert.Contains("不好", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "选择一个文件")]
    [InlineData("what is this", "行")]
    public async Task Transcript_ThatIsNone_SaysSo(string text, string sentence)
    {
        var (status, html, _) = await _pages.PostAsync("/wecom/demo/zhangsan?panel=transcript", "replay", Fields(("text", text)));

        Assert.Equal(200, status);
        Assert.Contains(sentence, Regex.Match(html, "class=\"notice notice-wrong\">(.*?)</div>", RegexOptions.Singleline).Groups[1].Value, StringComparison.Ordinal);
        Assert.Empty(_bot.Received);
    }

    [Fact]
    public async Task Reply_MediaThatNobodyUploaded_IsCalledThat()
    {
        await using var bot = await FakeBot.StartAsync(_ => BotAnswer.Reply(BotAnswer.Plaintext("<Image><MediaId>nowhere</MediaId></Image>", "image")));
        await using var simulator = await RunningSimulator.StartAsync(bot);
        using var pages = new PageClient(simulator);

        await simulator.SayAsync("图");

        Assert.Contains("模拟器没有这个素材", (await pages.GetAsync("/wecom/demo/zhangsan")).Html, StringComparison.Ordinal);
    }

    private static string MediaIdOf(JsonNode entry) => Regex.Match(entry.ToJsonString(), "\"mediaId\":\"([^\"]+)\"").Groups[1].Value;

    private static IEnumerable<string> Tabs(string html) =>
        Regex.Matches(html, "class=\"tab-close\" href=\"[^\"]*close=([a-z]+)\"").Select(match => match.Groups[1].Value);

    private static Dictionary<string, string> Fields(params (string Name, string Value)[] fields) =>
        fields.ToDictionary(field => field.Name, field => field.Value);
}
