using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Hongyan.Simulator.Tests.Fakes;

namespace Hongyan.Simulator.Tests.Robots;

public sealed class ResponseUrlTests
{
    private const string Group = "wrproject000000000000000000000001";

    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answer_Markdown_IsShownOnce()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RobotWire.StartAsync(bot);
        await simulator.SayToRobotAsync("慢慢想");
        var url = UrlOf(bot.Received[0]);

        var first = await AnswerAsync(simulator, url, new { msgtype = "markdown", markdown = new { content = "**想好了**", feedback = new { id = "f-1" } } });
        var second = await AnswerAsync(simulator, url, new { msgtype = "markdown", markdown = new { content = "再说一句" } });

        Assert.Equal("""{"errcode":0,"errmsg":"ok"}""", first.ToJsonString());
        Assert.Equal(60140, (int)second["errcode"]!);
        var conversation = await simulator.RobotConversationAsync();
        Assert.Equal(["text", "markdown", "problem"], conversation.Select(entry => (string?)entry!["type"]));
        Assert.Equal("**想好了**", (string?)conversation[1]!["content"]);
        Assert.Equal("f-1", (string?)conversation[1]!["details"]!["feedbackId"]);
        Assert.Equal("responseUrlUsed", (string?)conversation[2]!["details"]!["kind"]);
        Assert.NotNull(conversation[1]!["callId"]);
    }

    [Fact]
    public async Task Answer_AfterAnHour_IsRefused()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RobotWire.StartAsync(bot);
        await simulator.SayToRobotAsync("慢慢想");
        await simulator.PutAsync("/sim/clock", new { advanceSeconds = 3601 });

        var answer = await AnswerAsync(simulator, UrlOf(bot.Received[0]), new { msgtype = "markdown", markdown = new { content = "迟了" } });

        Assert.Equal(60140, (int)answer["errcode"]!);
        Assert.Equal("responseUrlExpired", (string?)(await simulator.RobotConversationAsync())[^1]!["details"]!["kind"]);
    }

    [Fact]
    public async Task Answer_UnknownCode_IsRefused()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RobotWire.StartAsync(bot);

        var answer = await AnswerAsync(simulator, new Uri("/cgi-bin/aibot/response?response_code=made-up", UriKind.Relative), new { msgtype = "markdown" });

        Assert.Equal(60140, (int)answer["errcode"]!);
    }

    [Theory]
    [InlineData("""{"msgtype":"text","text":{"content":"好"}}""", 40008)]
    [InlineData("""{}""", 40008)]
    [InlineData("""{"msgtype":"markdown"}""", 40058)]
    [InlineData("""{"msgtype":"markdown","markdown":{"content":" "}}""", 44004)]
    [InlineData("""{"msgtype":"markdown","markdown":{"content":"LONG"}}""", 45002)]
    [InlineData("""{"msgtype":"markdown","markdown":{"content":"好","feedback":{"id":""}}}""", 40058)]
    [InlineData("""{"msgtype":"markdown","markdown":[]}""", 40058)]
    [InlineData("""{"msgtype":"template_card","template_card":{"card_type":"none"}}""", 42031)]
    [InlineData("{", 40058)]
    public async Task Answer_WrongBody_DoesNotUseItUp(string body, int code)
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RobotWire.StartAsync(bot);
        await simulator.SayToRobotAsync("慢慢想");
        var url = UrlOf(bot.Received[0]);

        using var content = new StringContent(body.Replace("LONG", new string('a', 20481), StringComparison.Ordinal), Encoding.UTF8, "application/json");
        using var response = await simulator.Http.PostAsync(url, content, Cancellation);
        var refused = await RunningSimulator.ReadAsync(response);
        var taken = await AnswerAsync(simulator, url, new { msgtype = "markdown", markdown = new { content = new string('a', 20480) } });

        Assert.Equal(code, (int)refused["errcode"]!);
        Assert.Equal(0, (int)taken["errcode"]!);
    }

    [Fact]
    public async Task Answer_InAGroup_QuotesTheMessage()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RobotWire.StartAsync(bot);
        await simulator.PostAsync($"/sim/groups/{Group}/members/lisi/messages?wait=true", new { type = "text", content = "@鸿雁助手 慢慢想" });

        await AnswerAsync(simulator, UrlOf(bot.Received[0]), new { msgtype = "markdown", markdown = new { content = "<@lisi> 想好了" } });

        var conversation = (await simulator.GetAsync($"/sim/groups/{Group}/conversation")).AsArray();
        Assert.Equal((long)conversation[0]!["id"]!, (long)conversation[1]!["details"]!["quotes"]!);
    }

    [Fact]
    public async Task Answer_Card_CanBeClicked()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RobotWire.StartAsync(bot);
        await simulator.SayToRobotAsync("慢慢想");
        var card = JsonNode.Parse("""{"card_type":"button_interaction","task_id":"t-1","main_title":{"title":"受理吗"},"button_list":[{"text":"受理","key":"accept"}],"feedback":{"id":"f-1"}}""");

        await AnswerAsync(simulator, UrlOf(bot.Received[0]), new { msgtype = "template_card", template_card = card });
        var shown = (await simulator.RobotConversationAsync())[^1]!;
        await simulator.PostAsync($"/sim/robots/robot/members/zhangsan/conversation/{shown["id"]}/click?wait=true", new { key = "accept" });

        Assert.Equal("f-1", (string?)shown["details"]!["feedbackId"]);
        Assert.Equal("accept", (string?)bot.Received[^1].OpenRobot()["event"]!["template_card_event"]!["event_key"]);
    }

    [Fact]
    public async Task Answer_TenAtOnce_OneIsTaken()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RobotWire.StartAsync(bot);
        await simulator.SayToRobotAsync("慢慢想");
        var url = UrlOf(bot.Received[0]);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i =>
            AnswerAsync(simulator, url, new { msgtype = "markdown", markdown = new { content = $"第 {i} 个" } })));

        Assert.Single(answers, answer => (int)answer["errcode"]! == 0);
        Assert.Single(await simulator.RobotConversationAsync(), entry => (string?)entry!["type"] == "markdown");
    }

    private static Uri UrlOf(ReceivedCallback callback) => new((string)callback.OpenRobot()["response_url"]!);

    private static async Task<JsonNode> AnswerAsync(RunningSimulator simulator, Uri url, object body)
    {
        using var response = await simulator.Http.PostAsJsonAsync(url, body, Cancellation);
        return await RunningSimulator.ReadAsync(response);
    }
}
