using System.Text.Json.Nodes;
using Hongyan.Simulator.Tests.Fakes;

namespace Hongyan.Simulator.Tests;

public sealed class RetryTests
{
    private static readonly string[] NoPause = ["--Simulator:RetryPauseSeconds", "0"];

    [Fact]
    public async Task Retry_StatusNot200_SamePlaintextInANewEnvelope()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Text("oops", status: 500));
        await using var simulator = await RunningSimulator.StartAsync(bot, NoPause);

        var delivery = await simulator.SayAsync("你好");

        Assert.Equal("failed", (string?)delivery["outcome"]);
        Assert.Equal(3, bot.Received.Count);
        Assert.Single(bot.Received.Select(callback => callback.Open()).Distinct());
        Assert.Equal(3, bot.Received.Select(callback => callback.Encrypt).Distinct().Count());
        Assert.Equal(3, bot.Received.Select(callback => callback.Nonce).Distinct().Count());

        var attempts = delivery["attempts"]!.AsArray();
        Assert.Equal([1, 2, 3], attempts.Select(attempt => (int)attempt!["number"]!));
        Assert.All(attempts, attempt => Assert.Equal("badStatus", (string?)attempt!["outcome"]));
        Assert.Equal("statusNotOk", (string?)attempts[0]!["problem"]!["kind"]);
        Assert.Equal("problem", (string?)(await simulator.ConversationAsync())[^1]!["type"]);
    }

    [Theory]
    [InlineData(403, "statusForbidden")]
    [InlineData(404, "statusNotFound")]
    [InlineData(302, "statusRedirect")]
    [InlineData(204, "statusNotOk")]
    public async Task Retry_KnownStatus_IsExplained(int status, string kind)
    {
        await using var bot = await FakeBot.StartAsync(new BotAnswer(status, []));
        await using var simulator = await RunningSimulator.StartAsync(bot, [.. NoPause, "--Simulator:Deliveries", "1"]);

        var delivery = await simulator.SayAsync("你好");

        Assert.Equal(kind, (string?)delivery["attempts"]![0]!["problem"]!["kind"]);
    }

    [Fact]
    public async Task Retry_BotRecovers_TheReplyIsShownOnce()
    {
        var calls = 0;
        await using var bot = await FakeBot.StartAsync(_ =>
            Interlocked.Increment(ref calls) == 1 ? BotAnswer.Text("", status: 503) : BotAnswer.TextReply("来了"));
        await using var simulator = await RunningSimulator.StartAsync(bot, NoPause);

        var delivery = await simulator.SayAsync("你好");

        Assert.Equal("replied", (string?)delivery["outcome"]);
        Assert.Equal(2, bot.Received.Count);
        Assert.Equal(["in", "out"], (await simulator.ConversationAsync()).Select(entry => (string?)entry!["direction"]));
    }

    [Fact]
    public async Task Retry_NobodyListens_SaysSo()
    {
        await using var simulator = await RunningSimulator.StartAsync(bot: null, time: null, NoPause);

        var delivery = await simulator.SayAsync("你好");

        Assert.Equal("failed", (string?)delivery["outcome"]);
        Assert.Equal(3, delivery["attempts"]!.AsArray().Count);
        Assert.Equal("connectionRefused", (string?)delivery["attempts"]![2]!["problem"]!["kind"]);
        Assert.Contains("127.0.0.1:1", (string?)delivery["attempts"]![2]!["problem"]!["message"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retry_DeadlineMissed_HangsUpAndTriesAgainAtOnce()
    {
        var clock = new ManualTimeProvider();
        var arrived = new SemaphoreSlim(0);
        var hungUp = new SemaphoreSlim(0);
        await using var bot = await FakeBot.StartAsync(async (_, aborted) =>
        {
            arrived.Release();
            var hangUp = new TaskCompletionSource();
            await using var registration = aborted.Register(hangUp.SetResult);
            await hangUp.Task;
            hungUp.Release();
            return BotAnswer.Empty;
        });
        await using var simulator = await RunningSimulator.StartAsync(bot, clock);
        var cancellationToken = TestContext.Current.CancellationToken;

        var saying = simulator.SayAsync("你好");
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            await arrived.WaitAsync(cancellationToken);
            clock.Advance(TimeSpan.FromSeconds(4.9));
            Assert.Equal(attempt, bot.Received.Count);
            Assert.False(saying.IsCompleted);
            clock.Advance(TimeSpan.FromSeconds(0.1));
            await hungUp.WaitAsync(cancellationToken);
        }

        var delivery = await saying;
        Assert.Equal("failed", (string?)delivery["outcome"]);
        var attempts = delivery["attempts"]!.AsArray();
        Assert.All(attempts, attempt => Assert.Equal("timedOut", (string?)attempt!["outcome"]));
        Assert.All(attempts, attempt => Assert.Equal(5000, (double)attempt!["durationMs"]!));
    }

    [Fact]
    public async Task Retry_StatusNot200_PausesFirst()
    {
        var clock = new ManualTimeProvider();
        await using var bot = await FakeBot.StartAsync(BotAnswer.Text("", status: 500));
        await using var simulator = await RunningSimulator.StartAsync(bot, clock);
        var cancellationToken = TestContext.Current.CancellationToken;

        var saying = simulator.SayAsync("你好");
        for (var attempt = 1; attempt <= 2; attempt++)
        {
            await clock.TimerOfAsync(TimeSpan.FromSeconds(1), cancellationToken);
            Assert.Equal(attempt, bot.Received.Count);
            clock.Advance(TimeSpan.FromSeconds(1));
        }

        JsonNode delivery = await saying;
        Assert.Equal(3, delivery["attempts"]!.AsArray().Count);
    }

    [Fact]
    public async Task Retry_AnswerTooLarge_CountsAsAFailure()
    {
        await using var bot = await FakeBot.StartAsync(new BotAnswer(200, new byte[1024 * 1024 + 1]));
        await using var simulator = await RunningSimulator.StartAsync(bot, [.. NoPause, "--Simulator:Deliveries", "1"]);

        var delivery = await simulator.SayAsync("你好");

        Assert.Equal("failed", (string?)delivery["outcome"]);
        Assert.Equal("answerTooLarge", (string?)delivery["attempts"]![0]!["problem"]!["kind"]);
    }
}
