using Hongyan.Simulator.Tests.Fakes;

namespace Hongyan.Simulator.Tests.Robots;

public sealed class RobotGroupTests
{
    private const string Group = "wrproject000000000000000000000001";
    private const string Path = $"/sim/groups/{Group}/members/lisi/messages?wait=true";

    [Fact]
    public async Task SayInGroup_OnlyWhoNamesTheRobot_IsCalledBack()
    {
        await using var bot = await FakeBot.StartAsync(callback => RobotWire.Stream(callback, "晴", finish: true));
        await using var simulator = await RobotWire.StartAsync(bot);

        var unheard = await simulator.PostAsync(Path, new { type = "text", content = "大家好，鸿雁助手是什么？" });
        var heard = await simulator.PostAsync(Path, new { type = "text", content = "@鸿雁助手 天气" });

        Assert.Empty(unheard.AsArray());
        var message = Assert.Single(bot.Received).OpenRobot();
        Assert.Equal("@鸿雁助手 天气", (string?)message["text"]!["content"]);
        Assert.Equal(("group", Group, "lisi"), ((string?)message["chattype"], (string?)message["chatid"], (string?)message["from"]!["userid"]));
        Assert.Equal("晴", (string?)Assert.Single(heard.AsArray())!.Reply()["content"]);
        var conversation = (await simulator.GetAsync($"/sim/groups/{Group}/conversation")).AsArray();
        Assert.Equal([("in", "lisi"), ("in", "lisi"), ("out", "")], conversation.Select(entry => ((string?)entry!["direction"], (string?)entry["member"])));
    }

    [Fact]
    public async Task SayInGroup_MixedAndQuote_ArePassedOn()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RobotWire.StartAsync(bot);
        await simulator.PostAsync(Path, new { type = "text", content = "昨天的结论" });
        var quoted = (long)(await simulator.GetAsync($"/sim/groups/{Group}/conversation"))[0]!["id"]!;

        var picture = (string)(await simulator.PostAsync("/sim/robots/robot/members/lisi/messages?wait=true", new { type = "image" }))["delivery"]!["plaintext"]!;
        Assert.Contains("/robot-media/", picture, StringComparison.Ordinal);
        var mediaId = (string?)(await simulator.GetAsync("/sim/robots/robot/members/lisi/conversation"))[0]!["details"]!["mediaId"];
        await simulator.PostAsync(Path, new { type = "mixed", parts = new object[] { new { content = "@鸿雁助手 看" }, new { mediaId } }, quotes = quoted });

        var message = bot.Received[^1].OpenRobot();
        Assert.Equal(2, message["mixed"]!["msg_item"]!.AsArray().Count);
        Assert.Equal("""{"msgtype":"text","text":{"content":"昨天的结论"}}""",
            message["quote"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public async Task SayInGroup_TwoRobotsNamed_BothAreCalledBack()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RobotWire.StartAsync(bot, "--Simulator:Robots:ai:CallbackUrl", bot.Url + "/ai");

        var turns = await simulator.PostAsync(Path, new { type = "text", content = "@AI 示例 @鸿雁助手 你们好" });

        Assert.Equal(2, turns.AsArray().Count);
        Assert.Equal(["/bot", "/bot/ai"], bot.Received.Select(callback => callback.Path).Order());
        Assert.Single((await simulator.GetAsync($"/sim/groups/{Group}/conversation")).AsArray());
    }

    [Fact]
    public async Task SayInGroup_RobotTakenOut_HearsNothingUntilItIsBack()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RobotWire.StartAsync(bot);

        using var left = await simulator.Http.DeleteAsync(new Uri($"/sim/robots/robot/groups/{Group}", UriKind.Relative), TestContext.Current.CancellationToken);
        await simulator.PostAsync(Path, new { type = "text", content = "@鸿雁助手 在吗" });
        Assert.Empty(bot.Received);
        var back = await simulator.PutAsync($"/sim/robots/robot/groups/{Group}", new { });
        await simulator.PostAsync(Path, new { type = "text", content = "@鸿雁助手 在吗" });

        Assert.Equal([Group], back["groups"]!.AsArray().Select(group => (string?)group));
        Assert.Single(bot.Received);
    }

    [Fact]
    public async Task AddRobot_GroupRobotCalledLikeAnAiRobot_IsRefused()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RobotWire.StartAsync(bot);

        Assert.Equal((422, "name"), await simulator.RefusedAsync($"/sim/groups/{Group}/robots", new { name = "robot" }));
    }

    [Theory]
    [InlineData("image", "type")]
    [InlineData("voice", "type")]
    [InlineData("file", "type")]
    public async Task SayInGroup_WhatIsForTwoOnly_IsRefused(string type, string field)
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RobotWire.StartAsync(bot);

        Assert.Equal((422, field), await simulator.RefusedAsync(Path, new { type }));
    }

    [Fact]
    public async Task SayInGroup_WhoIsNotInIt_Is404()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RobotWire.StartAsync(bot);

        Assert.Equal(404, (await simulator.RefusedAsync($"/sim/groups/{Group}/members/nobody/messages", new { type = "text", content = "你好" })).Status);
    }
}
