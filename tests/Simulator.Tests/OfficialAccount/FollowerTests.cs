using System.Text.Json.Nodes;
using System.Xml.Linq;
using Hongyan.Simulator.Tests.Fakes;

namespace Hongyan.Simulator.Tests.OfficialAccount;

public sealed class FollowerTests
{
    public static TheoryData<object, string> Messages() => new()
    {
        { new { type = "image", picUrl = "p", mediaId = "m" }, "PicUrl=p MediaId=m" },
        { new { type = "voice", mediaId = "m", format = "amr" }, "MediaId=m Format=amr" },
        { new { type = "video", mediaId = "m", thumbMediaId = "t" }, "MediaId=m ThumbMediaId=t" },
        { new { type = "shortvideo", mediaId = "m", thumbMediaId = "t" }, "MediaId=m ThumbMediaId=t" },
        { new { type = "location", latitude = 23.5, longitude = 113.5, scale = 15, label = "广州" }, "Location_X=23.5 Location_Y=113.5 Scale=15 Label=广州" },
        { new { type = "link", title = "T", description = "D", url = "u" }, "Title=T Description=D Url=u" },
        { new { type = "text", content = "是", menuId = "101" }, "Content=是 bizmsgmenuid=101" },
    };

    public static TheoryData<object, string> Events() => new()
    {
        { new { @event = "LOCATION", latitude = 23.5, longitude = 113.5, precision = 40 }, "Latitude=23.5 Longitude=113.5 Precision=40" },
        { new { @event = "SCAN", eventKey = "7", ticket = "T" }, "EventKey=7 Ticket=T" },
        { new { @event = "CLICK", eventKey = "help" }, "EventKey=help" },
        { new { @event = "VIEW", eventKey = "https://example.com/" }, "EventKey=https://example.com/" },
        { new { @event = "view_miniprogram", eventKey = "pages/a" }, "EventKey=pages/a" },
        { new { @event = "scancode_waitmsg", eventKey = "k", scanType = "qrcode", scanResult = "r" }, "EventKey=k ScanCodeInfo=qrcoder" },
        {
            new { @event = "location_select", eventKey = "k", latitude = 1.5, longitude = 2.5, scale = 16, label = "l", poiName = "p" },
            "EventKey=k SendLocationInfo=1.52.516lp"
        },
        { new { @event = "unsubscribe" }, "EventKey=" },
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task Message_EachType_HasTheElementsOfTheDocuments(object message, string elements) =>
        Assert.Equal(elements, await SendAsync("messages", message, "MsgId"));

    [Theory]
    [MemberData(nameof(Events))]
    public async Task Event_EachKind_HasTheElementsOfTheDocuments(object happened, string elements) =>
        Assert.Equal(elements, await SendAsync("events", happened, "Event"));

    [Fact]
    public async Task Voice_RecognitionSwitchedOn_BringsWhatWasSaid()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var account = await RunningAccount.StartAsync(bot);

        await account.ActAsync("messages", new { type = "voice", recognition = "查询成绩" });
        await account.Simulator.PutAsync("/sim/official-accounts/oa/settings", new { recognizesSpeech = true });
        await account.ActAsync("messages", new { type = "voice", recognition = "查询成绩" });

        var plaintexts = bot.Received.Select(callback => XElement.Parse(RunningAccount.Open(callback))).ToList();
        Assert.Null(plaintexts[0].Element("Recognition"));
        Assert.Equal("查询成绩", plaintexts[1].Element("Recognition")!.Value);
    }

    [Fact]
    public async Task Stranger_CannotTalkUntilTheyFollow()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var account = await RunningAccount.StartAsync(bot);

        var (status, _) = await account.PostAsync("messages", new { type = "text", content = "在吗" }, RunningAccount.Stranger);
        Assert.Equal(422, status);
        await account.ActAsync("events", new { @event = "subscribe" }, RunningAccount.Stranger);
        await account.SayAsync("在吗", RunningAccount.Stranger);

        Assert.Equal(["event", "text"], bot.Received.Select(callback => XElement.Parse(RunningAccount.Open(callback)).Element("MsgType")!.Value));
        Assert.Null(XElement.Parse(RunningAccount.Open(bot.Received[0])).Element("Ticket"));
    }

    [Fact]
    public async Task Scan_ByAStranger_SubscribesWithTheScene_AndByAFollowerScans()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var account = await RunningAccount.StartAsync(bot);

        await account.ActAsync("scans", new { scene = "class-7", ticket = "gQ1" }, RunningAccount.Stranger);
        await account.ActAsync("scans", new { scene = "class-7", ticket = "gQ1" }, RunningAccount.Stranger);

        var events = bot.Received.Select(callback => XElement.Parse(RunningAccount.Open(callback))).ToList();
        Assert.Equal(["subscribe", "SCAN"], events.Select(each => each.Element("Event")!.Value));
        Assert.Equal(["qrscene_class-7", "class-7"], events.Select(each => each.Element("EventKey")!.Value));
        Assert.All(events, each => Assert.Equal("gQ1", each.Element("Ticket")!.Value));
        var person = await account.Simulator.GetAsync($"/sim/official-accounts/oa/people/{RunningAccount.Stranger}");
        Assert.Equal("class-7", (string?)person["qrScene"]);
    }

    [Fact]
    public async Task Follow_Twice_IsRefused_AndUnfollowEndsTheTalk()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var account = await RunningAccount.StartAsync(bot);

        Assert.Equal(422, (await account.PostAsync("events", new { @event = "subscribe" })).Status);
        await account.ActAsync("events", new { @event = "unsubscribe" });

        Assert.Equal(422, (await account.PostAsync("messages", new { type = "text", content = "在吗" })).Status);
        Assert.Equal(422, (await account.PostAsync("events", new { @event = "CLICK", eventKey = "help" })).Status);
    }

    [Theory]
    [InlineData("messages", """{"type":"dance"}""")]
    [InlineData("messages", """{"type":"text","content":"  "}""")]
    [InlineData("messages", """{"type":"text","content":"a","picUrl":"p"}""")]
    [InlineData("events", """{"event":"enter_agent"}""")]
    [InlineData("events", """{"event":"pic_weixin","eventKey":"k","mediaIds":["nothing"]}""")]
    [InlineData("events", """{"event":"LOCATION","latitude":91}""")]
    [InlineData("scans", """{"scene":""}""")]
    [InlineData("taps", """{"name":"没有"}""")]
    public async Task Act_SomethingImpossible_Is422(string what, string body)
    {
        await using var account = await RunningAccount.StartAsync(bot: null);

        var (status, answer) = await account.PostAsync(what, JsonNode.Parse(body)!);

        Assert.True(status == 422, answer.ToJsonString());
    }

    [Theory]
    [InlineData("帮助", "CLICK")]
    [InlineData("网页", "VIEW")]
    [InlineData("小程序", "view_miniprogram")]
    [InlineData("扫码等结果", "scancode_waitmsg")]
    public async Task Tap_EntryWithAnEvent_CausesIt(string name, string @event)
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var account = await RunningAccount.StartAsync(bot);

        var delivery = await account.ActAsync("taps", new { name });

        Assert.Equal(@event, (string?)delivery["event"]);
    }

    [Fact]
    public async Task Tap_Material_IsShownAndTheBotNotTold()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var account = await RunningAccount.StartAsync(bot);

        var (status, shown) = await account.PostAsync("taps", new { name = "图文" });

        Assert.Equal(201, status);
        Assert.Equal("news", (string?)shown["type"]);
        Assert.Empty(bot.Received);
    }

    [Fact]
    public async Task Pictures_FollowTheEvent()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var account = await RunningAccount.StartAsync(bot);

        await account.ActAsync("events", new { @event = "pic_weixin", eventKey = "k" });
        await account.SayAsync("发完了");

        Assert.Equal(
            ["event", "image", "text"],
            bot.Received.Select(callback => XElement.Parse(RunningAccount.Open(callback)).Element("MsgType")!.Value)
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Reset_PutsFollowersAndSettingsBack()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var account = await RunningAccount.StartAsync(bot);
        await account.ActAsync("events", new { @event = "unsubscribe" });
        await account.Simulator.PutAsync("/sim/official-accounts/oa/settings", new { isVerified = false });

        using var reset = await account.Simulator.Http.PostAsync(new Uri("/sim/reset", UriKind.Relative), null, TestContext.Current.CancellationToken);

        Assert.Equal(3, (await account.Simulator.GetAsync("/sim/official-accounts/oa/people")).AsArray().Count(each => (bool)each!["isFollowing"]!));
        Assert.True((bool)(await account.Simulator.GetAsync("/sim/official-accounts/oa"))["isVerified"]!);
        Assert.Empty(await account.ConversationAsync());
    }

    private static async Task<string> SendAsync(string what, object body, string last)
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var account = await RunningAccount.StartAsync(bot);

        await account.ActAsync(what, body);

        string[] common = ["ToUserName", "FromUserName", "CreateTime", "MsgType", last];
        return string.Join(' ', XElement.Parse(RunningAccount.Open(bot.Received[0])).Elements()
            .Where(element => !common.Contains(element.Name.LocalName)).Select(element => $"{element.Name.LocalName}={element.Value}"));
    }
}
