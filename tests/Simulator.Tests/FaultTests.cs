using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Hongyan.Protocol;
using Hongyan.Simulator.Tests.Fakes;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Tests;

public sealed class FaultTests
{
    private static readonly string[] NoPause = ["--Simulator:RetryPauseSeconds", "0"];

    [Fact]
    public async Task Drop_ForOneMessage_TheBotGetsTheNextOne()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.TextReply("好"));
        await using var simulator = await RunningSimulator.StartAsync(bot);
        await simulator.FaultsAsync(new { kind = "drop", messages = 1 });

        var lost = await simulator.SayAsync("一");
        var arrived = await simulator.SayAsync("二");

        Assert.Equal("failed", (string?)lost["outcome"]);
        var attempt = Assert.Single(lost["attempts"]!.AsArray())!;
        Assert.Equal(("dropped", "faultDropped"), ((string?)attempt["outcome"], (string?)attempt["problem"]!["kind"]));
        Assert.Equal(["drop"], Faults(attempt));
        Assert.Equal("replied", (string?)arrived["outcome"]);
        Assert.Empty(Faults(arrived));
        Assert.Equal("二", Content(Assert.Single(bot.Received)));
    }

    [Fact]
    public async Task Delay_BotAnswersInTime_TheAnswerOfTheRetryCounts()
    {
        var clock = new ManualTimeProvider();
        await using var bot = await FakeBot.StartAsync(BotAnswer.TextReply("好"));
        await using var simulator = await RunningSimulator.StartAsync(bot, clock);
        await simulator.FaultsAsync(new { kind = "delay" });
        var cancellationToken = TestContext.Current.CancellationToken;

        var saying = simulator.SayAsync("你好");
        await clock.MissTheDeadlineAsync(cancellationToken, async () =>
        {
            Assert.Single(bot.Received);
            Assert.Single(await simulator.ConversationAsync());
        });
        var delivery = await saying;

        Assert.Equal("replied", (string?)delivery["outcome"]);
        var attempts = delivery["attempts"]!.AsArray();
        Assert.Equal(["timedOut", "replied"], attempts.Select(attempt => (string?)attempt!["outcome"]));
        Assert.Equal("faultDelayed", (string?)attempts[0]!["problem"]!["kind"]);
        Assert.Equal(5000, (double)attempts[0]!["durationMs"]!);
        Assert.Contains("好", (string?)attempts[0]!["decryptedReply"], StringComparison.Ordinal);
        Assert.Equal(["delay"], Faults(attempts[0]!));
        Assert.Empty(Faults(attempts[1]!));
        Assert.Single(bot.Received.Select(callback => callback.Open()).Distinct());
        Assert.Equal(["in", "out"], (await simulator.ConversationAsync()).Select(entry => (string?)entry!["direction"]));
    }

    [Fact]
    public async Task Delay_OfEveryAttempt_TheDeliveryFails()
    {
        var clock = new ManualTimeProvider();
        await using var bot = await FakeBot.StartAsync(BotAnswer.TextReply("好"));
        await using var simulator = await RunningSimulator.StartAsync(bot, clock);
        await simulator.FaultsAsync(new { kind = "delay", attempts = 3 });

        var saying = simulator.SayAsync("你好");
        for (var attempt = 1; attempt <= 3; attempt++)
            await clock.MissTheDeadlineAsync(TestContext.Current.CancellationToken);
        var delivery = await saying;

        Assert.Equal("failed", (string?)delivery["outcome"]);
        Assert.Equal(3, bot.Received.Count);
        Assert.Equal(["in", "system"], (await simulator.ConversationAsync()).Select(entry => (string?)entry!["direction"]));
    }

    [Fact]
    public async Task Duplicate_BotKnowsTheMessageAgain_ThreeEnvelopesOneBubble()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.TextReply("第一次"));
        await using var simulator = await RunningSimulator.StartAsync(bot);
        await simulator.FaultsAsync(new { kind = "duplicate" });

        var delivery = await simulator.SayAsync("计数");

        Assert.Equal("replied", (string?)delivery["outcome"]);
        Assert.Equal(3, bot.Received.Count);
        Assert.Single(bot.Received.Select(callback => callback.Open()).Distinct());
        Assert.Equal(3, bot.Received.Select(callback => callback.Encrypt).Distinct().Count());
        Assert.Equal(3, bot.Received.Select(callback => callback.Nonce).Distinct().Count());
        Assert.Equal([0, 1, 1], delivery["attempts"]!.AsArray().Select(attempt => Faults(attempt!).Length));
        Assert.Equal(["in", "out"], (await simulator.ConversationAsync()).Select(entry => (string?)entry!["direction"]));
    }

    [Fact]
    public async Task Duplicate_BotCountsTwice_SaysSo()
    {
        var calls = 0;
        await using var bot = await FakeBot.StartAsync(_ => BotAnswer.TextReply($"第 {Interlocked.Increment(ref calls)} 次"));
        await using var simulator = await RunningSimulator.StartAsync(bot);
        await simulator.FaultsAsync(new { kind = "duplicate" });

        var delivery = await simulator.SayAsync("计数");

        Assert.Equal("第 1 次", (string?)delivery["reply"]!["content"]);
        Assert.Equal("faultDuplicateDiffers", (string?)delivery["attempts"]![2]!["notes"]![0]!["kind"]);
        Assert.Equal(["in", "out", "system", "system"], (await simulator.ConversationAsync()).Select(entry => (string?)entry!["direction"]));
    }

    [Fact]
    public async Task Duplicate_NewsReplyWithTheSameArticles_IsNoDifference()
    {
        const string News = "<ArticleCount>1</ArticleCount><Articles><item><Title>一</Title><Description/><PicUrl/><Url/></item></Articles>";
        await using var bot = await FakeBot.StartAsync(BotAnswer.Reply(BotAnswer.Plaintext(News, type: "news")));
        await using var simulator = await RunningSimulator.StartAsync(bot);
        await simulator.FaultsAsync(new { kind = "duplicate" });

        var delivery = await simulator.SayAsync("图文");

        Assert.All(delivery["attempts"]!.AsArray(), attempt => Assert.Empty(attempt!["notes"]!.AsArray()));
    }

    [Fact]
    public async Task OutOfOrder_TwoMessages_ChangePlacesAndOthersDoNotWait()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RunningSimulator.StartAsync(bot);
        await simulator.FaultsAsync(new { kind = "outOfOrder", messages = 1 });

        var first = simulator.SayAsync("一");
        await WaitForEntriesAsync(simulator, 1);
        using var other = await simulator.Http.PostAsJsonAsync(
            "/sim/apps/demo/members/lisi/messages?wait=true", new { type = "text", content = "别人" }, TestContext.Current.CancellationToken);
        var second = await simulator.SayAsync("二");
        var overtaken = await first;
        await simulator.SayAsync("三");

        Assert.Equal(["别人", "二", "一", "三"], bot.Received.Select(Content));
        Assert.Equal(["outOfOrder"], Faults(second));
        Assert.Equal(["outOfOrder"], Faults(overtaken));
    }

    [Fact]
    public async Task OutOfOrder_SwitchedOff_TheHeldMessageLeaves()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RunningSimulator.StartAsync(bot);
        await simulator.FaultsAsync(new { kind = "outOfOrder" });
        var held = simulator.SayAsync("一");
        await WaitForEntriesAsync(simulator, 1);
        Assert.Empty(bot.Received);

        using var cleared = await simulator.Http.DeleteAsync(new Uri("/sim/apps/demo/faults", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, cleared.StatusCode);
        Assert.Equal("accepted", (string?)(await held)["outcome"]);
    }

    [Fact]
    public async Task OutOfOrder_NoSecondMessage_LeavesAfterAMinute()
    {
        var clock = new ManualTimeProvider();
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RunningSimulator.StartAsync(bot, clock);
        await simulator.FaultsAsync(new { kind = "outOfOrder", messages = 1 });

        var saying = simulator.SayAsync("一");
        await clock.TimerOfAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal("faultNotSwapped", (string?)(await saying)["attempts"]![0]!["notes"]![0]!["kind"]);
        Assert.Equal("accepted", (string?)(await simulator.SayAsync("二"))["outcome"]);
    }

    [Fact]
    public async Task WrongSignature_CarefulBot_RefusesAndGetsTheRetry()
    {
        await using var bot = await FakeBot.StartAsync(callback => IsSigned(callback) ? BotAnswer.TextReply("好") : BotAnswer.Text("", status: 403));
        await using var simulator = await RunningSimulator.StartAsync(bot, NoPause);
        await simulator.FaultsAsync(new { kind = "wrongSignature", messages = 1 });

        var delivery = await simulator.SayAsync("你好");

        Assert.Equal("replied", (string?)delivery["outcome"]);
        var attempts = delivery["attempts"]!.AsArray();
        Assert.Equal(["badStatus", "replied"], attempts.Select(attempt => (string?)attempt!["outcome"]));
        Assert.Equal("faultRefused", (string?)attempts[0]!["problem"]!["kind"]);
        Assert.Equal(["wrongSignature"], Faults(attempts[0]!));
    }

    [Fact]
    public async Task TruncatedBody_HalfOfTheEnvelope_IsSentWithARightSignature()
    {
        await using var bot = await FakeBot.StartAsync(callback =>
            callback.Body.EndsWith("</xml>", StringComparison.Ordinal) ? BotAnswer.Empty : BotAnswer.Text("", status: 400));
        await using var simulator = await RunningSimulator.StartAsync(bot, NoPause);
        await simulator.FaultsAsync(new { kind = "truncatedBody" });

        var delivery = await simulator.SayAsync("你好");

        Assert.Equal("accepted", (string?)delivery["outcome"]);
        Assert.Equal(bot.Received[0].Body, (string?)delivery["attempts"]![0]!["envelope"]);
        Assert.Equal(400, (int)delivery["attempts"]![0]!["status"]!);
    }

    [Fact]
    public async Task ForeignReceiveId_Signed_ButMeantForAnotherCompany()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Text("", status: 500));
        await using var simulator = await RunningSimulator.StartAsync(bot, [.. NoPause, "--Simulator:Deliveries", "1"]);
        await simulator.FaultsAsync(new { kind = "foreignReceiveId" });

        var delivery = await simulator.SayAsync("你好");

        var callback = Assert.Single(bot.Received);
        Assert.True(IsSigned(callback));
        var opened = new MessageCipher(SampleApps.Demo.Callback.EncodingAESKey, SampleApps.Demo.CorpId)
            .Decrypt(System.Text.Encoding.UTF8.GetBytes(callback.Encrypt));
        Assert.Equal(CallbackError.ReceiveIdMismatch, opened.Error);
        Assert.Equal("faultBroke", (string?)delivery["attempts"]![0]!["problem"]!["kind"]);
    }

    [Theory]
    [InlineData("wrongSignature")]
    [InlineData("truncatedBody")]
    [InlineData("foreignReceiveId")]
    public async Task Spoiled_CarelessBot_IsToldThatItAccepted(string kind)
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RunningSimulator.StartAsync(bot);
        await simulator.FaultsAsync(new { kind });

        var delivery = await simulator.SayAsync("你好");

        Assert.Equal("faultAccepted", (string?)delivery["attempts"]![0]!["notes"]![0]!["kind"]);
        Assert.Equal("problem", (string?)(await simulator.ConversationAsync())[^1]!["type"]);
    }

    [Fact]
    public async Task Faults_Put_CountsDownPerMessageAndEndsAtZero()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RunningSimulator.StartAsync(bot);
        var put = await simulator.FaultsAsync(new { kind = "drop", messages = 2 }, new { kind = "delay" });
        Assert.Equal(Enum.GetValues<FaultKind>().Length, put["faults"]!.AsArray().Count);

        await simulator.SayAsync("一");
        Assert.Equal(1, (int)(await FindAsync(simulator, "drop"))["messages"]!);
        await simulator.SayAsync("二");

        Assert.False((bool)(await FindAsync(simulator, "drop"))["isOn"]!);
        Assert.True((bool)(await FindAsync(simulator, "delay"))["isOn"]!);
        Assert.False((bool)(await simulator.GetAsync("/sim/apps/echo/faults"))["faults"]![0]!["isOn"]!);
    }

    [Theory]
    [InlineData("""[{"kind":"drop","messages":0}]""", 422, "messages")]
    [InlineData("""[{"kind":"drop","messages":1001}]""", 422, "messages")]
    [InlineData("""[{"kind":"delay","attempts":0}]""", 422, "attempts")]
    [InlineData("""[{"kind":"drop","attempts":2}]""", 422, "attempts")]
    [InlineData("""[{"kind":99}]""", 422, "kind")]
    [InlineData("""[{"kind":"drop"},{"kind":"drop"}]""", 422, "kind")]
    [InlineData("""[null]""", 422, "kind")]
    [InlineData("""[{"kind":"rain"}]""", 400, "[0].kind")]
    [InlineData("""[{"messages":1}]""", 400, "[0]")]
    public async Task Faults_WrongBody_NamesTheField(string body, int status, string field)
    {
        await using var simulator = await RunningSimulator.StartAsync(bot: null, time: null);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var response = await simulator.Http.PutAsync(new Uri("/sim/apps/demo/faults", UriKind.Relative), content, TestContext.Current.CancellationToken);

        var problem = await RunningSimulator.ReadAsync(response);
        Assert.Equal((status, field), ((int)response.StatusCode, (string?)problem["field"]));
    }

    [Fact]
    public async Task Reset_FaultsAndAHeldMessage_AreGone()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RunningSimulator.StartAsync(bot);
        await simulator.FaultsAsync(new { kind = "outOfOrder" });
        var held = simulator.SayAsync("一");
        await WaitForEntriesAsync(simulator, 1);

        using var reset = await simulator.Http.PostAsync(new Uri("/sim/reset", UriKind.Relative), null, TestContext.Current.CancellationToken);

        Assert.Equal("cancelled", (string?)(await held)["outcome"]);
        Assert.False((bool)(await FindAsync(simulator, "outOfOrder"))["isOn"]!);
        await simulator.SayAsync("二");
        Assert.Equal(["二"], bot.Received.Select(Content));
    }

    private static async Task WaitForEntriesAsync(RunningSimulator simulator, int count)
    {
        while ((await simulator.ConversationAsync()).Count < count)
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
    }

    private static async Task<JsonNode> FindAsync(RunningSimulator simulator, string kind) =>
        (await simulator.GetAsync("/sim/apps/demo/faults"))["faults"]!.AsArray().Single(fault => (string?)fault!["kind"] == kind)!;

    private static string[] Faults(JsonNode of) => [.. of["faults"]!.AsArray().Select(fault => (string)fault!)];

    private static string Content(ReceivedCallback callback) => XElement.Parse(callback.Open()).Element("Content")!.Value;

    private static bool IsSigned(ReceivedCallback callback) => callback.Query["msg_signature"]
        == SignatureVerifier.Sign(SampleApps.Demo.Callback.Token, callback.Query["timestamp"], callback.Nonce, callback.Encrypt);
}
