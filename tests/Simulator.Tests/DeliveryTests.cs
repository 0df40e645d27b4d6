using System.Globalization;
using System.Xml.Linq;
using Hongyan.Simulator.Tests.Fakes;

namespace Hongyan.Simulator.Tests;

public sealed class DeliveryTests
{
    [Fact]
    public async Task Send_Text_ReachesTheBotSignedAndEncrypted()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RunningSimulator.StartAsync(bot);

        await simulator.SayAsync("你好 ]]> <b>&");

        var callback = Assert.Single(bot.Received);
        Assert.Equal(("POST", "/bot", "text/xml"), (callback.Method, callback.Path, callback.ContentType));
        var envelope = XElement.Parse(callback.Body);
        Assert.Equal("ww2075aefc195e57e9", envelope.Element("ToUserName")!.Value);
        Assert.Equal("1000002", envelope.Element("AgentID")!.Value);

        var message = XElement.Parse(callback.Open());
        Assert.Equal(
            ["ToUserName", "FromUserName", "CreateTime", "MsgType", "Content", "MsgId", "AgentID"],
            message.Elements().Select(element => element.Name.LocalName));
        Assert.Equal("zhangsan", message.Element("FromUserName")!.Value);
        Assert.Equal("你好 ]]> <b>&", message.Element("Content")!.Value);
    }

    [Fact]
    public async Task Send_AddressWithQuery_KeepsItAndEscapesOurOwn()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RunningSimulator.StartAsync(bot, "--Simulator:Apps:demo:CallbackUrl", bot.Url + "?tenant=a%2Bb");

        await simulator.SayAsync("你好");

        var callback = Assert.Single(bot.Received);
        Assert.Equal("a+b", callback.Query["tenant"]);
        Assert.Contains("你好", callback.Open(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_Twice_MsgIdIncreases()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RunningSimulator.StartAsync(bot);

        await simulator.SayAsync("一");
        await simulator.SayAsync("二");

        var ids = bot.Received.Select(callback => long.Parse(XElement.Parse(callback.Open()).Element("MsgId")!.Value, CultureInfo.InvariantCulture)).ToList();
        Assert.True(ids[1] > ids[0] && ids[0] > int.MaxValue, string.Join(", ", ids));
    }

    [Fact]
    public async Task Send_TextReply_IsShown()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.TextReply("你好，我是演示助手"));
        await using var simulator = await RunningSimulator.StartAsync(bot);

        var delivery = await simulator.SayAsync("你好");

        Assert.Equal("replied", (string?)delivery["outcome"]);
        Assert.Equal("你好，我是演示助手", (string?)delivery["reply"]!["content"]);
        var attempt = Assert.Single(delivery["attempts"]!.AsArray())!;
        Assert.Equal(200, (int)attempt["status"]!);
        Assert.Contains("<Encrypt>", (string?)attempt["responseBody"], StringComparison.Ordinal);
        Assert.Contains("你好，我是演示助手", (string?)attempt["decryptedReply"], StringComparison.Ordinal);

        var conversation = await simulator.ConversationAsync();
        Assert.Equal(["in", "out"], conversation.Select(entry => (string?)entry!["direction"]));
        Assert.Equal(["你好", "你好，我是演示助手"], conversation.Select(entry => (string?)entry!["content"]));
        Assert.Single(conversation.Select(entry => (long)entry!["deliveryId"]!).Distinct());
    }

    [Theory]
    [InlineData("")]
    [InlineData("success")]
    [InlineData("success\n")]
    public async Task Send_NothingToShow_IsAcceptedWithoutANote(string body)
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Text(body));
        await using var simulator = await RunningSimulator.StartAsync(bot);

        var delivery = await simulator.SayAsync("你好");

        Assert.Equal("accepted", (string?)delivery["outcome"]);
        Assert.Empty(delivery["attempts"]![0]!["notes"]!.AsArray());
        Assert.Single(await simulator.ConversationAsync());
    }

    [Theory]
    [InlineData("ok")]
    [InlineData("{\"errcode\":0}")]
    [InlineData("<!DOCTYPE html><html><body>hi</body></html>")]
    [InlineData("<html><body>hi</body></html>")]
    public async Task Send_SomethingElse_IsAcceptedWithANote(string body)
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Text(body));
        await using var simulator = await RunningSimulator.StartAsync(bot);

        var delivery = await simulator.SayAsync("你好");

        Assert.Equal("accepted", (string?)delivery["outcome"]);
        Assert.Equal("answerNotEnvelope", (string?)delivery["attempts"]![0]!["notes"]![0]!["kind"]);
    }

    [Fact]
    public async Task Send_WhileAnotherIsUnderWay_DoesNotWait()
    {
        var release = new TaskCompletionSource();
        await using var bot = await FakeBot.StartAsync(async (callback, _) =>
        {
            if (callback.Open().Contains('慢', StringComparison.Ordinal))
                await release.Task;
            return BotAnswer.TextReply("好");
        });
        await using var simulator = await RunningSimulator.StartAsync(bot);

        var slow = simulator.SayAsync("慢");
        var fast = await simulator.SayAsync("快");
        Assert.Equal("replied", (string?)fast["outcome"]);
        Assert.False(slow.IsCompleted);

        release.SetResult();
        Assert.Equal("replied", (string?)(await slow)["outcome"]);
    }
}
