using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Hongyan.Simulator.Tests.Fakes;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Tests;

public sealed class LoadRunTests
{
    private static readonly string[] NoPause = ["--Simulator:RetryPauseSeconds", "0"];
    private static readonly string[] Texts = ["早 #{n}", "晚 #{n}"];

    [Fact]
    public async Task Load_EveryMessageAnswered_CountsAndReportsEach()
    {
        await using var bot = await FakeBot.StartAsync(Echo);
        await using var simulator = await RunningSimulator.StartAsync(bot, NoPause);

        var run = await FinishAsync(simulator, new { messages = 120, people = 7, atOnce = 8, texts = Texts });

        var counts = run["counts"]!;
        Assert.Equal("finished", (string?)run["state"]);
        Assert.Equal((120, 120, 120, 0, 0), ((int)counts["begun"]!, (int)counts["accepted"]!, (int)counts["replied"]!, (int)counts["unanswered"]!, (int)counts["givenUp"]!));
        Assert.Equal(120, (int)counts["outcomes"]!["200"]!);
        Assert.Equal(120, bot.Received.Select(callback => MsgIdOf(callback)).Distinct().Count());
        Assert.Equal(7, bot.Received.Select(callback => XElement.Parse(callback.Open()).Element("FromUserName")!.Value).Distinct().Count());

        var messages = (await simulator.GetAsync("/sim/load/1/messages?from=2&limit=1")).AsArray();
        var second = Assert.Single(messages)!;
        Assert.Equal(("crowd-2", "晚 #2", "收到 晚 #2"), ((string?)second["member"], (string?)second["text"], (string?)second["reply"]));
        Assert.Equal("replied", (string?)second["attempts"]![0]!["outcome"]);
        Assert.Equal(200, (int)second["attempts"]![0]!["status"]!);
    }

    [Fact]
    public async Task Load_ManyMessages_LeaveThePagesAlone()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RunningSimulator.StartAsync(bot, NoPause);

        await FinishAsync(simulator, new { messages = 50 });

        Assert.Empty((await simulator.GetAsync("/sim/deliveries")).AsArray());
        Assert.Empty(await simulator.ConversationAsync());
        Assert.Equal(5, (await simulator.GetAsync("/sim/world"))["members"]!.AsArray().Count);
    }

    [Fact]
    public async Task Load_CopiesShuffled_DeliversEachSoOftenInAnyOrder()
    {
        await using var bot = await FakeBot.StartAsync(Echo);
        await using var simulator = await RunningSimulator.StartAsync(bot, NoPause);

        var run = await FinishAsync(simulator, new { messages = 40, copies = 3, shuffled = true, atOnce = 1 });

        var numbers = bot.Received.Select(MsgIdOf).ToList();
        Assert.Equal(120, numbers.Count);
        Assert.All(numbers.CountBy(number => number), pair => Assert.Equal(3, pair.Value));
        Assert.NotEqual(numbers.Order(), numbers);
        // A retry, and so a copy, is the same plaintext to the byte.
        Assert.Equal(40, bot.Received.Select(callback => callback.Open()).Distinct().Count());
        Assert.Equal((40, 0), ((int)run["counts"]!["replied"]!, (int)run["counts"]!["differing"]!));
    }

    [Fact]
    public async Task Load_BotAnswersCopiesInTwoWays_IsSeen()
    {
        var calls = 0;
        await using var bot = await FakeBot.StartAsync(callback => Answer(callback, $"第 {Interlocked.Increment(ref calls)} 次"));
        await using var simulator = await RunningSimulator.StartAsync(bot, NoPause);

        var run = await FinishAsync(simulator, new { messages = 3, copies = 2 });

        Assert.Equal(3, (int)run["counts"]!["differing"]!);
    }

    [Fact]
    public async Task Load_StatusNot200_TriesThreeTimesAndGivesUp()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Text("", status: 503));
        await using var simulator = await RunningSimulator.StartAsync(bot, NoPause);

        var run = await FinishAsync(simulator, new { messages = 5 });

        Assert.Equal((15, 5, 0), ((int)run["counts"]!["outcomes"]!["503"]!, (int)run["counts"]!["givenUp"]!, (int)run["counts"]!["accepted"]!));
        Assert.True((bool)(await simulator.GetAsync("/sim/load/1/messages"))[4]!["givenUp"]!);
    }

    [Fact]
    public async Task Load_RequestsLost_NeverReachTheBotAndCountAsAttempts()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RunningSimulator.StartAsync(bot, NoPause);

        var run = await FinishAsync(simulator, new { messages = 200, lostPercent = 30, seed = 7 });

        var outcomes = run["counts"]!["outcomes"]!;
        Assert.InRange((int)outcomes["dropped"]!, 30, 150);
        Assert.Equal(bot.Received.Count, (int)outcomes["200"]!);
        Assert.Equal(200, (int)run["counts"]!["accepted"]! + (int)run["counts"]!["givenUp"]!);
    }

    [Fact]
    public async Task Load_AnswersLate_BotWorksAndPlatformComesAgain()
    {
        var clock = new ManualTimeProvider();
        await using var bot = await FakeBot.StartAsync(Echo);
        await using var simulator = await RunningSimulator.StartAsync(bot, clock);

        await StartAsync(simulator, new { messages = 4, latePercent = 100 });
        for (var attempt = 1; attempt <= 3; attempt++)
            await clock.MissTheDeadlineAsync(TestContext.Current.CancellationToken, attempts: 4);
        var run = await EndAsync(simulator);

        Assert.Equal(12, bot.Received.Count);
        Assert.Equal((12, 4), ((int)run["counts"]!["outcomes"]!["timedOut"]!, (int)run["counts"]!["givenUp"]!));
    }

    [Fact]
    public async Task Load_Rate_IsKept()
    {
        var clock = new ManualTimeProvider();
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RunningSimulator.StartAsync(bot, clock);

        await StartAsync(simulator, new { messages = 3, rate = 2 });
        for (var sent = 1; sent < 3; sent++)
        {
            await clock.TimerOfAsync(TimeSpan.FromSeconds(0.5), TestContext.Current.CancellationToken);
            await AttemptsAsync(simulator, sent);
            clock.Advance(TimeSpan.FromSeconds(0.5));
        }

        await EndAsync(simulator);
        Assert.Equal(3, bot.Received.Count);
    }

    [Fact]
    public async Task Load_AnswersByTheActiveApi_AreFoundByTheirMarkOrGoToTheOldest()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RunningSimulator.StartAsync(bot, NoPause);
        await FinishAsync(simulator, new { messages = 6, people = 2 });

        await SendAsync(simulator, "crowd-1", "迟到 #3");
        await SendAsync(simulator, "crowd-1", "没有编号");
        await SendAsync(simulator, "crowd-2", "迟到 #4");
        await SendAsync(simulator, "crowd-2", "迟到 #4");
        await SendAsync(simulator, "crowd-2", "迟到 #2");

        var counts = (await simulator.GetAsync("/sim/load/1"))["counts"]!;
        // Message 1 is the oldest of crowd-1, and was answered after message 3; so was 2 of crowd-2 after 4.
        Assert.Equal((4, 2, 1, 2), ((int)counts["sent"]!, (int)counts["unanswered"]!, (int)counts["repeated"]!, (int)counts["outOfOrder"]!));
        var messages = await simulator.GetAsync("/sim/load/1/messages");
        Assert.Equal("没有编号", (string?)messages[0]!["sent"]);
        Assert.Equal(2, (int)messages[3]!["sentCount"]!);
    }

    [Fact]
    public async Task Load_AnotherIsUnderWay_Is409UntilItIsStopped()
    {
        await using var simulator = await RunningSimulator.StartAsync(bot: null, time: null, "--Simulator:RetryPauseSeconds", "600");
        await StartAsync(simulator, new { messages = 1000 });

        using var second = await PostAsync(simulator, new { messages = 1 });
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        using var stopped = await simulator.Http.PostAsync(new Uri("/sim/load/1/stop", UriKind.Relative), null, TestContext.Current.CancellationToken);
        Assert.Equal("stopped", (string?)(await RunningSimulator.ReadAsync(stopped))["state"]);
        using var third = await PostAsync(simulator, new { messages = 1 });
        Assert.Equal(HttpStatusCode.Accepted, third.StatusCode);
    }

    [Fact]
    public async Task Reset_RunUnderWay_EndsAndIsForgotten()
    {
        await using var simulator = await RunningSimulator.StartAsync(bot: null, time: null, "--Simulator:RetryPauseSeconds", "600");
        await StartAsync(simulator, new { messages = 1000 });

        using var reset = await simulator.Http.PostAsync(new Uri("/sim/reset", UriKind.Relative), null, TestContext.Current.CancellationToken);

        Assert.Empty((await simulator.GetAsync("/sim/load")).AsArray());
        using var gone = await simulator.Http.GetAsync(new Uri("/sim/load/1", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Theory]
    [InlineData("""{"messages":0}""", "messages")]
    [InlineData("""{"messages":1,"people":10001}""", "people")]
    [InlineData("""{"messages":1,"rate":0}""", "rate")]
    [InlineData("""{"messages":1,"atOnce":2001}""", "atOnce")]
    [InlineData("""{"messages":1,"texts":[" "]}""", "texts")]
    [InlineData("""{"messages":1,"copies":11}""", "copies")]
    [InlineData("""{"messages":1,"lostPercent":101}""", "lostPercent")]
    [InlineData("""{"messages":1,"lostPercent":60,"latePercent":41}""", "latePercent")]
    public async Task Load_ValueOutOfItsRange_Is422WithTheField(string plan, string field)
    {
        await using var simulator = await RunningSimulator.StartAsync(bot: null, time: null);

        using var response = await simulator.Http.PostAsync(
            new Uri("/sim/apps/demo/load", UriKind.Relative), new StringContent(plan, System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        var problem = await RunningSimulator.ReadAsync(response);
        Assert.Equal(field, (string?)problem["field"]);
        Assert.Contains(field, (string?)problem["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Download_OfARun_IsALineForEachMessage()
    {
        await using var bot = await FakeBot.StartAsync(Echo);
        await using var simulator = await RunningSimulator.StartAsync(bot, NoPause);
        await FinishAsync(simulator, new { messages = 1203 });

        using var response = await simulator.Http.GetAsync(new Uri("/sim/load/1/messages.jsonl", UriKind.Relative), TestContext.Current.CancellationToken);
        var lines = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n');

        Assert.Equal("application/jsonl", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("load-1.jsonl", response.Content.Headers.ContentDisposition!.FileName);
        Assert.Equal((1204, ""), (lines.Length, lines[^1]));
        Assert.Equal(Enumerable.Range(1, 1203), lines[..^1].Select(line => (int)JsonNode.Parse(line)!["number"]!));
    }

    private static BotAnswer Echo(ReceivedCallback callback) => Answer(callback, $"收到 {XElement.Parse(callback.Open()).Element("Content")!.Value}");

    private static BotAnswer Answer(ReceivedCallback callback, string text) => BotAnswer.Reply(BotAnswer.Plaintext(
        $"<Content><![CDATA[{text}]]></Content>", to: XElement.Parse(callback.Open()).Element("FromUserName")!.Value));

    private static string MsgIdOf(ReceivedCallback callback) => XElement.Parse(callback.Open()).Element("MsgId")!.Value;

    private static Task<HttpResponseMessage> PostAsync(RunningSimulator simulator, object plan) =>
        simulator.Http.PostAsJsonAsync("/sim/apps/demo/load", plan, TestContext.Current.CancellationToken);

    private static async Task StartAsync(RunningSimulator simulator, object plan)
    {
        using var response = await PostAsync(simulator, plan);
        Assert.True(response.StatusCode == HttpStatusCode.Accepted, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<JsonNode> FinishAsync(RunningSimulator simulator, object plan)
    {
        await StartAsync(simulator, plan);
        return await EndAsync(simulator);
    }

    private static async Task<JsonNode> EndAsync(RunningSimulator simulator)
    {
        // A loop without a pause would take the processor from what it waits for.
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (true)
        {
            var run = await simulator.GetAsync("/sim/load/1");
            if ((string?)run["state"] != "running")
                return run;
            await pause.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    private static async Task AttemptsAsync(RunningSimulator simulator, int count)
    {
        while ((int)(await simulator.GetAsync("/sim/load/1"))["counts"]!["attempts"]! < count)
            await Task.Yield();
    }

    private static async Task SendAsync(RunningSimulator simulator, string user, string text)
    {
        var token = await new PlatformCaller(simulator).TokenAsync();
        using var response = await simulator.Http.PostAsJsonAsync(
            $"/cgi-bin/message/send?access_token={token}",
            new { touser = user, msgtype = "text", agentid = SampleApps.Demo.AgentId, text = new { content = text } }, TestContext.Current.CancellationToken);
        Assert.Equal(0, (int)(await RunningSimulator.ReadAsync(response))["errcode"]!);
    }
}
