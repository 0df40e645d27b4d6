using System.Text.Json.Nodes;
using Hongyan.Simulator.Tests.Fakes;

namespace Hongyan.Simulator.Tests.OfficialAccount;

public sealed class CustomerMessageTests : IAsyncLifetime
{
    private FakeBot _bot = null!;
    private RunningAccount _account = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await FakeBot.StartAsync(BotAnswer.Empty);
        _account = await RunningAccount.StartAsync(_bot);
    }

    public async ValueTask DisposeAsync()
    {
        await _account.DisposeAsync();
        await _bot.DisposeAsync();
    }

    [Fact]
    public async Task Send_NothingSaidYet_Is45015() => Assert.Equal(45015, await SendAsync());

    [Fact]
    public async Task Send_AfterAMessage_FiveTimesInFortyEightHours()
    {
        await _account.SayAsync("你好");
        Assert.Equal([0, 0, 0, 0, 0, 45047], await SendAsync(times: 6));

        await _account.SayAsync("还在吗");
        Assert.Equal(0, await SendAsync());
        await AdvanceAsync(48 * 3600);
        Assert.Equal(45015, await SendAsync());
    }

    [Theory]
    [InlineData("CLICK")]
    [InlineData("scancode_push")]
    [InlineData("SCAN")]
    public async Task Send_AfterAnAct_ThreeTimesInOneMinute(string @event)
    {
        await _account.ActAsync("events", new { @event, eventKey = "7" });
        Assert.Equal([0, 0, 0, 45047], await SendAsync(times: 4));

        await AdvanceAsync(61);
        Assert.Equal(45015, await SendAsync());
    }

    [Fact]
    public async Task Send_AfterAView_Is45015()
    {
        await _account.ActAsync("events", new { @event = "VIEW", eventKey = "https://example.com/" });

        Assert.Equal(45015, await SendAsync());
    }

    [Fact]
    public async Task Send_ClickAfterAMessage_UsesTheWindowThatClosesFirst()
    {
        await _account.SayAsync("你好");
        await _account.ActAsync("events", new { @event = "CLICK", eventKey = "help" });

        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 45047], await SendAsync(times: 9));
    }

    [Fact]
    public async Task Send_TapOnAMenuMessage_CountsAsAClick()
    {
        await _account.ActAsync("messages", new { type = "text", content = "是", menuId = "1" });

        Assert.Equal([0, 0, 0, 45047], await SendAsync(times: 4));
    }

    [Fact]
    public async Task Send_ToWhoNeverFollowed_Is43004_AndToWhoLeft_Is45015_AndToNobody_Is40003()
    {
        Assert.Equal(43004, await SendAsync(RunningAccount.Stranger));
        await _account.SayAsync("你好");
        await _account.ActAsync("events", new { @event = "unsubscribe" });
        Assert.Equal(45015, await SendAsync());
        Assert.Equal(40003, await SendAsync("oNobody"));
    }

    [Fact]
    public async Task Send_AfterFollowing_ThreeTimes()
    {
        await _account.ActAsync("events", new { @event = "subscribe" }, RunningAccount.Stranger);

        for (var i = 0; i < 3; i++)
            Assert.Equal(0, await SendAsync(RunningAccount.Stranger));
        Assert.Equal(45047, await SendAsync(RunningAccount.Stranger));
    }

    [Theory]
    [InlineData("""{"msgtype":"text","text":{"content":"你好"}}""", "text")]
    [InlineData("""{"msgtype":"image","image":{"media_id":"MEDIA"}}""", "image")]
    [InlineData("""{"msgtype":"voice","voice":{"media_id":"MEDIA"}}""", "voice")]
    [InlineData("""{"msgtype":"video","video":{"media_id":"MEDIA","thumb_media_id":"MEDIA","title":"t"}}""", "video")]
    [InlineData("""{"msgtype":"music","music":{"title":"t","musicurl":"u","hqmusicurl":"h","thumb_media_id":"MEDIA"}}""", "music")]
    [InlineData("""{"msgtype":"news","news":{"articles":[{"title":"t","description":"d","url":"u","picurl":"p"}]}}""", "news")]
    [InlineData("""{"msgtype":"mpnews","mpnews":{"media_id":"MEDIA"}}""", "mpnews")]
    [InlineData("""{"msgtype":"mpnewsarticle","mpnewsarticle":{"article_id":"a"}}""", "mpnewsarticle")]
    [InlineData("""{"msgtype":"msgmenu","msgmenu":{"head_content":"满意吗","list":[{"id":"1","content":"满意"}],"tail_content":"谢谢"}}""", "msgmenu")]
    [InlineData("""{"msgtype":"wxcard","wxcard":{"card_id":"c"}}""", "wxcard")]
    [InlineData("""{"msgtype":"miniprogrampage","miniprogrampage":{"title":"t","appid":"wx1","pagepath":"p","thumb_media_id":"MEDIA"}}""", "miniprogrampage")]
    public async Task Send_EachType_IsShownInTheChat(string message, string type)
    {
        await _account.SayAsync("你好");
        var media = (string)(await new PlatformCaller(_account.Simulator).UploadAsync(await _account.TokenAsync(), "image", PlatformCaller.Png, "a.png"))["media_id"]!;

        Assert.Equal(0, await SendAsync(message: message.Replace("MEDIA", media, StringComparison.Ordinal)));

        Assert.Equal(type, (string?)(await _account.ConversationAsync())[^1]!["type"]);
        using var page = new PageClient(_account.Simulator);
        var (status, html, _) = await page.GetAsync($"/official-account/oa/{RunningAccount.Follower}");
        Assert.Equal(200, status);
        Assert.DoesNotContain("Type_", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"msgtype":"text","text":{"content":""}}""", 44004)]
    [InlineData("""{"msgtype":"text"}""", 44004)]
    [InlineData("""{"msgtype":"dance","dance":{}}""", 40008)]
    [InlineData("""{}""", 40008)]
    [InlineData("""{"msgtype":"image","image":{"media_id":"nothing"}}""", 40007)]
    [InlineData("""{"msgtype":"image","image":{}}""", 41006)]
    [InlineData("""{"msgtype":"news","news":{"articles":[]}}""", 44003)]
    [InlineData("""{"msgtype":"news","news":{"articles":[{"title":"a"},{"title":"b"}]}}""", 45008)]
    [InlineData("""{"msgtype":"text","text":"你好"}""", 47001)]
    public async Task Send_WrongContent_IsTheOfficialCode_AndUsesNothingUp(string message, int code)
    {
        await _account.SayAsync("你好");

        Assert.Equal(code, await SendAsync(message: message));

        Assert.Equal([0, 0, 0, 0, 0, 45047], await SendAsync(times: 6));
    }

    [Fact]
    public async Task Send_TextTooLong_Is45002()
    {
        await _account.SayAsync("你好");

        Assert.Equal(45002, await SendAsync(message: $$$"""{"msgtype":"text","text":{"content":"{{{new string('长', 683)}}}"}}"""));
    }

    [Fact]
    public async Task Typing_OnlyWhileSomebodyTalks_AndOnce()
    {
        Assert.Equal(45080, await TypeAsync("Typing"));
        await _account.SayAsync("你好");

        Assert.Equal(45072, await TypeAsync("Dance"));
        Assert.Equal(0, await TypeAsync("Typing"));
        Assert.Equal(45081, await TypeAsync("Typing"));
        Assert.Equal(0, await TypeAsync("CancelTyping"));
        Assert.Equal(0, await TypeAsync("Typing"));
        await AdvanceAsync(31);
        Assert.Equal(45080, await TypeAsync("Typing"));
    }

    private async Task<int> SendAsync(string openId = RunningAccount.Follower, string message = """{"msgtype":"text","text":{"content":"在的"}}""")
    {
        var body = JsonNode.Parse(message)!.AsObject();
        body["touser"] = openId;
        return (int)(await _account.CallAsync("/message/custom/send", body))["errcode"]!;
    }

    private async Task<IReadOnlyList<int>> SendAsync(int times)
    {
        List<int> codes = [];
        for (var i = 0; i < times; i++)
            codes.Add(await SendAsync());
        return codes;
    }

    private async Task<int> TypeAsync(string command) =>
        (int)(await _account.CallAsync("/message/custom/typing", new { touser = RunningAccount.Follower, command }))["errcode"]!;

    private Task<JsonNode> AdvanceAsync(int advanceSeconds) => _account.Simulator.PutAsync("/sim/clock", new { advanceSeconds });
}
