using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Hongyan.Simulator.Tests.Fakes;

namespace Hongyan.Simulator.Tests.Transcripts;

/// <summary>Export and replay by way of the control API.</summary>
public sealed class ReplayTests : IAsyncLifetime
{
    private FakeBot _bot = null!;
    private RunningSimulator _simulator = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await FakeBot.StartAsync(callback => Answer(XElement.Parse(callback.Open())));
        _simulator = await RunningSimulator.StartAsync(_bot, "--Simulator:RetryPauseSeconds", "0");
    }

    public async ValueTask DisposeAsync()
    {
        await _simulator.DisposeAsync();
        await _bot.DisposeAsync();
    }

    [Fact]
    public async Task Export_Conversation_IsAFileThatMatchesWhenReplayed()
    {
        await _simulator.SayAsync("一\n{二} ");
        await _simulator.ActAsync("messages", new { type = "image" });
        await _simulator.ActAsync("events", new { @event = "enter_agent" });
        await _simulator.ActAsync("events", new { @event = "location_select" });
        await _simulator.ActAsync("events", new { @event = "click", eventKey = "help" });

        var file = await ExportAsync();

        Assert.Contains("app: demo\nperson: zhangsan\n\n> 一\n| {{二}{U+0020}\n< 你说：一\n| {{二}{U+0020}\n\n> (image) ", file, StringComparison.Ordinal);
        Assert.Contains("> (event) enter_agent\n< (nothing)\n", file, StringComparison.Ordinal);
        var result = await ReplayAsync(file);
        Assert.True((bool)result["matches"]!, result.ToJsonString());
        Assert.Equal(_bot.Received.Count / 2, (int)result["turns"]!);
    }

    [Fact]
    public async Task Export_AfterAReset_StillMatchesAlthoughTheMediaIdsAreGone()
    {
        await _simulator.ActAsync("messages", new { type = "image" });
        await _simulator.ActAsync("messages", new { type = "image", mediaId = "never-was" });
        var file = await ExportAsync();
        using var reset = await _simulator.Http.PostAsync(new Uri("/sim/reset", UriKind.Relative), null, TestContext.Current.CancellationToken);

        var result = await ReplayAsync(file);

        Assert.True((bool)result["matches"]!, result.ToJsonString());
        var mediaId = XElement.Parse(_bot.Received[^1].Open()).Element("MediaId")!.Value;
        Assert.NotEqual("never-was", mediaId);
        var platform = new PlatformCaller(_simulator);
        using var picture = await platform.DownloadAsync(await platform.TokenAsync(), mediaId);
        Assert.Equal("image/jpeg", picture.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Export_FailedDelivery_IsNotCompared()
    {
        await _simulator.SayAsync("坏");

        var file = await ExportAsync();

        Assert.Contains("> 坏\n< (anything)\n", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_IsDownloadedAsText()
    {
        using var response = await _simulator.Http.GetAsync(
            new Uri("/sim/apps/demo/members/zhangsan/transcript", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("text/plain; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("demo-zhangsan.txt", response.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
    }

    [Fact]
    public async Task Replay_OtherAnswer_StopsThereAndSaysWhatDiffers()
    {
        var result = await ReplayAsync("> 你好\n< 你说：你好\n\nlisi> 9\n< 你说：8\n\n> 不会说到\n< (nothing)\n");

        Assert.False((bool)result["matches"]!);
        Assert.Equal(2, (int)result["turns"]!);
        var difference = result["difference"]!;
        Assert.Equal((5, "lisi"), ((int)difference["line"]!, (string?)difference["who"]));
        Assert.Equal(("< 你说：8", "< 你说：9"), ((string?)difference["expected"], (string?)difference["actual"]));
        Assert.Equal("第 5 行（lisi> 9）：回答从第 4 个字开始不同：期望「8」，实际「9」。", (string?)difference["message"]);
        Assert.Equal(["zhangsan", "lisi"], _bot.Received.Select(callback => XElement.Parse(callback.Open()).Element("FromUserName")!.Value));
    }

    [Theory]
    [InlineData("> 静\n< 有", "期望「文本」，实际「没有回答」。")]
    [InlineData("> 你好\n< (nothing)", "期望「没有回答」，实际「文本」。")]
    [InlineData("> 图文\n< (news)\n| article: 一\n| article: 二", "期望 2 篇图文，实际 1 篇。")]
    [InlineData("> 图文\n< (news)\n| article: 一\n| url: https://b.example/", "第 1 篇的 url 从第 9 个字开始不同：期望「b.example/」，实际「a.example/」。")]
    [InlineData("> (image) m\n< (image) n", "回答的 mediaId 从第 1 个字开始不同：期望「n」，实际「m」。")]
    [InlineData("> 坏\n< (anything)", "机器人没有正常应答。机器人返回 HTTP 500；平台只认 200。")]
    public async Task Replay_AnyDifference_IsSaidInWords(string file, string words)
    {
        var result = await ReplayAsync(file);

        Assert.EndsWith(words, (string?)result["difference"]!["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_English_IsSaidInEnglish()
    {
        var result = await ReplayAsync("> 9\n< 你说：8", "?lang=en");

        Assert.Equal("Line 2 (zhangsan> 9): the answer differs from character 4 on: expected “8”, got “9”.", (string?)result["difference"]!["message"]);
    }

    [Theory]
    [InlineData("> 你好\n< (anything)", "?member=lisi", "lisi")]
    [InlineData("person: wangwei\n> 你好\n< (anything)", "", "wangwei")]
    [InlineData("person: wangwei\n> 你好\n< (anything)", "?member=lisi", "lisi")]
    [InlineData("> 你好\n< (anything)", "", "zhangsan")]
    public async Task Replay_NobodyNamed_IsTheMemberThenThePersonThenTheFirst(string file, string query, string speaker)
    {
        await ReplayAsync(file, query);

        Assert.Equal(speaker, XElement.Parse(Assert.Single(_bot.Received).Open()).Element("FromUserName")!.Value);
    }

    [Fact]
    public async Task Replay_Wait_MovesTheClock()
    {
        await ReplayAsync("* wait 1d1h\n> 你好\n< (anything)");

        Assert.Equal(90000, (double)(await _simulator.GetAsync("/sim/clock"))["offsetSeconds"]!);
    }

    [Fact]
    public async Task Replay_PictureEvent_NothingFollowsByItself()
    {
        var result = await ReplayAsync("> (event) pic_weixin upload\n< (nothing)\n> 你好\n< 你说：你好");

        Assert.True((bool)result["matches"]!, result.ToJsonString());
        Assert.Equal(2, _bot.Received.Count);
    }

    [Theory]
    [InlineData("> 你好", 1)]
    [InlineData("> 你好\n< (anything)\nnobody> 你好\n< (anything)", 3)]
    [InlineData("* wait 9999d\n> 你好\n< (anything)", 1)]
    [InlineData("> {U+0001}\n< (anything)", 1)]
    public async Task Replay_FileThatCannotBePlayed_NamesTheLine(string file, int line)
    {
        using var response = await PostAsync(file, "text/plain", "");

        var problem = await RunningSimulator.ReadAsync(response);
        Assert.Equal((422, line), ((int)response.StatusCode, (int)problem["line"]!));
        Assert.Contains($"第 {line} 行", (string?)problem["title"], StringComparison.Ordinal);
        Assert.Empty(_bot.Received);
    }

    [Theory]
    [InlineData("application/json", "demo", "", 415)]
    [InlineData("text/plain", "nobody", "", 404)]
    [InlineData("text/plain", "demo", "?member=nobody", 404)]
    public async Task Replay_WrongRequest_IsRefused(string contentType, string app, string query, int status)
    {
        using var response = await PostAsync("> 你好\n< (anything)", contentType, query, app);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Replay_NotUtf8_IsRefused()
    {
        using var content = new ByteArrayContent([0x3E, 0x20, 0xC4, 0xE3]);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/plain");

        using var response = await _simulator.Http.PostAsync(new Uri("/sim/apps/demo/transcript", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal("文件不是 UTF-8", (string?)(await RunningSimulator.ReadAsync(response))["title"]);
    }

    private static BotAnswer Answer(XElement message)
    {
        var to = message.Element("FromUserName")!.Value;
        var content = message.Element("Content")?.Value;
        return (message.Element("MsgType")!.Value, content) switch
        {
            ("text", "坏") => BotAnswer.Text("", status: 500),
            ("text", "静") => BotAnswer.Empty,
            ("text", "图文") => Reply("<ArticleCount>1</ArticleCount><Articles><item><Title>一</Title><Description/><PicUrl/><Url>https://a.example/</Url></item></Articles>", "news"),
            ("text", _) => Reply($"<Content><![CDATA[你说：{content}]]></Content>", "text"),
            ("image", _) => Reply($"<Image><MediaId>{message.Element("MediaId")!.Value}</MediaId></Image>", "image"),
            ("event", _) when message.Element("Event")!.Value == "click" => Reply("<Content>(ok) 好</Content>", "text"),
            _ => BotAnswer.Empty,
        };

        BotAnswer Reply(string body, string type) => BotAnswer.Reply(BotAnswer.Plaintext(body, type, to));
    }

    private Task<string> ExportAsync() =>
        _simulator.Http.GetStringAsync(new Uri("/sim/apps/demo/members/zhangsan/transcript", UriKind.Relative), TestContext.Current.CancellationToken);

    private async Task<JsonNode> ReplayAsync(string file, string query = "")
    {
        using var response = await PostAsync(file, "text/plain", query);
        var answer = await RunningSimulator.ReadAsync(response);
        Assert.True(response.IsSuccessStatusCode, answer.ToJsonString());
        return answer;
    }

    private async Task<HttpResponseMessage> PostAsync(string file, string contentType, string query, string app = "demo")
    {
        using var content = new StringContent(file, Encoding.UTF8, contentType);
        return await _simulator.Http.PostAsync(new Uri($"/sim/apps/{app}/transcript{query}", UriKind.Relative), content, TestContext.Current.CancellationToken);
    }
}
