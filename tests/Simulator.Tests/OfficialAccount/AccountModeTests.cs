using System.Xml.Linq;
using Hongyan.Simulator.OfficialAccount;
using Hongyan.Simulator.Tests.Fakes;

namespace Hongyan.Simulator.Tests.OfficialAccount;

public sealed class AccountModeTests
{
    private const string OutOfOrder = "该公众号提供的服务出现故障，请稍后再试";

    [Theory]
    [InlineData(CallbackMode.Plaintext)]
    [InlineData(CallbackMode.Compatible)]
    [InlineData(CallbackMode.Safe)]
    public async Task Send_EachMode_IsSignedAndReadsTheSame(CallbackMode mode)
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Text("success"));
        await using var account = await RunningAccount.StartAsync(bot, mode);

        await account.SayAsync("你好");

        var callback = bot.Received.Single();
        Assert.Equal("POST", callback.Method);
        Assert.Equal("text/xml", callback.ContentType);
        Assert.Equal(RunningAccount.Follower, callback.Query["openid"]);
        var plaintext = XElement.Parse(RunningAccount.Open(callback));
        Assert.Equal(
            ["ToUserName", "FromUserName", "CreateTime", "MsgType", "Content", "MsgId"],
            plaintext.Elements().Select(element => element.Name.LocalName).Where(name => name != "Encrypt"));
        Assert.Equal("gh_17c0bf5f6e55", plaintext.Element("ToUserName")!.Value);
        Assert.Equal(RunningAccount.Follower, plaintext.Element("FromUserName")!.Value);
        Assert.Equal("你好", plaintext.Element("Content")!.Value);
    }

    [Fact]
    public async Task Send_Compatible_HasPlaintextAndCiphertextInOneDocument()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var account = await RunningAccount.StartAsync(bot, CallbackMode.Compatible);

        await account.SayAsync("你好");

        var document = XElement.Parse(bot.Received.Single().Body);
        Assert.Equal("你好", document.Element("Content")!.Value);
        Assert.NotNull(document.Element("Encrypt"));
    }

    [Fact]
    public async Task Send_Safe_TellsNothingButForWhom()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var account = await RunningAccount.StartAsync(bot);

        await account.SayAsync("你好");

        Assert.Equal(["ToUserName", "Encrypt"], XElement.Parse(bot.Received.Single().Body).Elements().Select(element => element.Name.LocalName));
    }

    [Theory]
    [InlineData(CallbackMode.Plaintext, false, true)]
    [InlineData(CallbackMode.Plaintext, true, false)]
    [InlineData(CallbackMode.Compatible, false, true)]
    [InlineData(CallbackMode.Compatible, true, true)]
    [InlineData(CallbackMode.Safe, false, false)]
    [InlineData(CallbackMode.Safe, true, true)]
    public async Task Reply_InTheModeOrNot_IsShownOrTheAccountIsOutOfOrder(CallbackMode mode, bool isEncrypted, bool isShown)
    {
        var reply = RunningAccount.Text("来了");
        await using var bot = await FakeBot.StartAsync(isEncrypted ? RunningAccount.Seal(reply) : BotAnswer.Text(reply));
        await using var account = await RunningAccount.StartAsync(bot, mode);

        var delivery = await account.SayAsync("你好");

        Assert.Equal(isShown ? "replied" : "rejectedReply", (string?)delivery["outcome"]);
        Assert.Equal(isShown ? "来了" : null, (string?)delivery["reply"]?["content"]);
        Assert.Equal(isShown ? [] : [OutOfOrder], await account.NoticesAsync());
        Assert.Single(bot.Received);
    }

    [Theory]
    [InlineData("")]
    [InlineData("success")]
    public async Task Reply_NothingOrSuccess_ShowsNothing(string body)
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Text(body));
        await using var account = await RunningAccount.StartAsync(bot);

        var delivery = await account.SayAsync("你好");

        Assert.Equal("accepted", (string?)delivery["outcome"]);
        Assert.Single(await account.ConversationAsync());
    }

    [Theory]
    [InlineData("ok")]
    [InlineData("SUCCESS")]
    [InlineData("{\"content\":\"你好\"}")]
    [InlineData("<!DOCTYPE html><html></html>")]
    [InlineData("<xml><ToUserName>")]
    [InlineData("<xml></xml>")]
    [InlineData("<!DOCTYPE xml [<!ENTITY a \"b\">]><xml>&a;</xml>")]
    public async Task Reply_AnythingElse_TellsTheFollowerThatTheAccountIsOutOfOrder(string body)
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Text(body));
        await using var account = await RunningAccount.StartAsync(bot, CallbackMode.Plaintext);

        var delivery = await account.SayAsync("你好");

        Assert.Equal("rejectedReply", (string?)delivery["outcome"]);
        Assert.Equal([OutOfOrder], await account.NoticesAsync());
        // A body that is wrong is not asked for again.
        Assert.Single(bot.Received);
    }

    [Fact]
    public async Task Reply_ToSomebodyElse_TellsTheFollowerThatTheAccountIsOutOfOrder()
    {
        await using var bot = await FakeBot.StartAsync(
            RunningAccount.Seal(RunningAccount.Plaintext("<Content>x</Content>", to: RunningAccount.Stranger)));
        await using var account = await RunningAccount.StartAsync(bot);

        var delivery = await account.SayAsync("你好");

        Assert.Equal("messageToUser", (string?)delivery["attempts"]![0]!["problem"]!["kind"]);
        Assert.Equal([OutOfOrder], await account.NoticesAsync());
    }

    [Fact]
    public async Task Send_NoAnswerThreeTimes_TellsTheFollowerOnce()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Text("", status: 500));
        await using var account = await RunningAccount.StartAsync(bot);

        var delivery = await account.SayAsync("你好");

        Assert.Equal("failed", (string?)delivery["outcome"]);
        Assert.Equal(3, bot.Received.Count);
        Assert.Single(bot.Received.Select(RunningAccount.Open).Distinct());
        Assert.Equal(["该公众号暂时无法提供服务，请稍后再试"], await account.NoticesAsync());
    }

    [Fact]
    public async Task Send_DeadlineMissedThreeTimes_TellsTheFollowerAfterTheLast()
    {
        var clock = new ManualTimeProvider();
        var arrived = new SemaphoreSlim(0);
        await using var bot = await FakeBot.StartAsync(async (_, aborted) =>
        {
            arrived.Release();
            var hangUp = new TaskCompletionSource();
            await using var registration = aborted.Register(hangUp.SetResult);
            await hangUp.Task;
            return BotAnswer.Empty;
        });
        await using var account = await RunningAccount.StartAsync(bot, time: clock);

        var saying = account.SayAsync("你好");
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            await arrived.WaitAsync(TestContext.Current.CancellationToken);
            Assert.Empty(await account.NoticesAsync());
            clock.Advance(TimeSpan.FromSeconds(5));
        }

        Assert.Equal("failed", (string?)(await saying)["outcome"]);
        Assert.Equal(["该公众号暂时无法提供服务，请稍后再试"], await account.NoticesAsync());
    }

    [Fact]
    public async Task Send_NoAnswerToAnEventWithoutReply_TellsTheFollowerNothing()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Text("", status: 500));
        await using var account = await RunningAccount.StartAsync(bot);

        var delivery = await account.ActAsync("events", new { @event = "VIEW", eventKey = "https://example.com/" });

        Assert.Equal("failed", (string?)delivery["outcome"]);
        Assert.Empty(await account.NoticesAsync());
    }

    [Theory]
    [InlineData("wrongSignature")]
    [InlineData("truncatedBody")]
    [InlineData("foreignReceiveId")]
    public async Task Send_SpoiledOnPurpose_ArrivesSpoiledOnceAndWellTheNextTime(string kind)
    {
        var calls = 0;
        await using var bot = await FakeBot.StartAsync(_ => Interlocked.Increment(ref calls) == 1 ? BotAnswer.Text("", status: 403) : BotAnswer.Empty);
        await using var account = await RunningAccount.StartAsync(bot);
        await account.Simulator.PutAsync("/sim/apps/oa/faults", new[] { new { kind } });

        var delivery = await account.SayAsync("你好");

        Assert.Equal("accepted", (string?)delivery["outcome"]);
        Assert.Equal("faultRefused", (string?)delivery["attempts"]![0]!["problem"]!["kind"]);
        Assert.ThrowsAny<Exception>(() => RunningAccount.Open(bot.Received[0]));
        Assert.Contains("你好", RunningAccount.Open(bot.Received[1]), StringComparison.Ordinal);
    }
}
