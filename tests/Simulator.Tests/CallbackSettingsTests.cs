using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Hongyan.Simulator.Tests.Fakes;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Tests;

public sealed class CallbackSettingsTests
{
    private static CallbackSettings Demo => SampleApps.Demo.Callback;

    [Fact]
    public async Task Save_BotAnswersTheEcho_IsSavedAndUsed()
    {
        await using var old = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var bot = await FakeBot.StartAsync(callback =>
            callback.Method == "GET" ? BotAnswer.Text(callback.Open()) : BotAnswer.Empty);
        await using var simulator = await RunningSimulator.StartAsync(old);

        var (status, saved) = await SaveAsync(simulator, bot.Url);

        Assert.Equal(200, status);
        Assert.Equal(bot.Url, (string?)saved["callbackUrl"]);
        Assert.Matches("^[1-9][0-9]{17}$", bot.Received[0].Open());
        Assert.Equal(bot.Url, (string?)(await simulator.GetAsync("/sim/apps/demo/callback"))["callbackUrl"]);

        await simulator.SayAsync("你好");
        Assert.Empty(old.Received);
        Assert.Equal("POST", bot.Received[^1].Method);
    }

    public static TheoryData<string, string> WrongAnswers() => new()
    {
        { "echoByteOrderMark", "\uFEFF{0}" },
        { "echoQuoted", "\"{0}\"" },
        { "echoWhiteSpace", "{0}\n" },
        { "echoEmpty", "" },
        { "echoEmpty", "\n" },
        { "echoNotDecrypted", "{1}" },
        { "echoDiffers", "success" },
    };

    [Theory]
    [MemberData(nameof(WrongAnswers))]
    public async Task Save_WrongAnswer_IsNamedAndNotSaved(string kind, string body)
    {
        await using var bot = await FakeBot.StartAsync(callback => BotAnswer.Text(
            body.Replace("{0}", callback.Open(), StringComparison.Ordinal).Replace("{1}", callback.Encrypt, StringComparison.Ordinal)));
        await using var simulator = await RunningSimulator.StartAsync(bot: null, time: null);

        await AssertRefusedAsync(simulator, bot.Url, kind);
    }

    [Theory]
    [InlineData(403, "statusForbidden")]
    [InlineData(404, "statusNotFound")]
    [InlineData(500, "statusNotOk")]
    [InlineData(301, "statusRedirect")]
    public async Task Save_OtherStatus_IsNamed(int status, string kind)
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Text("", status));
        await using var simulator = await RunningSimulator.StartAsync(bot: null, time: null);

        await AssertRefusedAsync(simulator, bot.Url, kind);
    }

    [Fact]
    public async Task Save_NobodyListens_IsNamed()
    {
        await using var simulator = await RunningSimulator.StartAsync(bot: null, time: null);

        await AssertRefusedAsync(simulator, "http://127.0.0.1:1/other", "connectionRefused");
    }

    [Fact]
    public async Task Save_NoAnswerInTime_IsNamed()
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
        await using var simulator = await RunningSimulator.StartAsync(bot: null, clock);

        var refused = AssertRefusedAsync(simulator, bot.Url, "timedOut");
        await arrived.WaitAsync(TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromSeconds(5));

        await refused;
    }

    [Fact]
    public async Task Save_SlowerThanThePlatformWaits_IsSavedWithAWarning()
    {
        var clock = new ManualTimeProvider();
        await using var bot = await FakeBot.StartAsync(callback =>
        {
            clock.Advance(TimeSpan.FromSeconds(1.4));
            return BotAnswer.Text(callback.Open());
        });
        await using var simulator = await RunningSimulator.StartAsync(bot: null, clock);

        var (status, saved) = await SaveAsync(simulator, bot.Url);

        Assert.Equal(200, status);
        Assert.Equal("echoSlow", (string?)saved["warning"]!["kind"]);
        Assert.Contains("1.4", (string?)saved["warning"]!["message"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://127.0.0.1/x", null, null, "callbackUrl")]
    [InlineData("/callback", null, null, "callbackUrl")]
    [InlineData("http://127.0.0.1/#x", null, null, "callbackUrl")]
    [InlineData(null, "", null, "token")]
    [InlineData(null, "with-dash", null, "token")]
    [InlineData(null, "012345678901234567890123456789012", null, "token")]
    [InlineData(null, null, "short", "encodingAESKey")]
    [InlineData(null, null, "0SHmvjSwdsHPNacQo7f627GkbiRyq8eIDRSo9iKbJ7+", "encodingAESKey")]
    public async Task Save_MalformedField_IsNamedBeforeAnythingIsSent(string? url, string? token, string? key, string field)
    {
        await using var simulator = await RunningSimulator.StartAsync(bot: null, time: null);

        var (status, problem) = await SaveAsync(simulator, url ?? Demo.CallbackUrl, token, key);

        Assert.Equal(422, status);
        Assert.Equal(field, (string?)problem["field"]);
    }

    [Fact]
    public async Task Reset_AfterSaving_RestoresTheSettingsOfTheStart()
    {
        await using var bot = await FakeBot.StartAsync(callback => BotAnswer.Text(callback.Open()));
        await using var simulator = await RunningSimulator.StartAsync(bot: null, time: null);
        var before = await simulator.GetAsync("/sim/apps/demo/callback");
        await SaveAsync(simulator, bot.Url);

        using var response = await simulator.Http.PostAsync(new Uri("/sim/reset", UriKind.Relative), null, TestContext.Current.CancellationToken);

        Assert.True(JsonNode.DeepEquals(before, await simulator.GetAsync("/sim/apps/demo/callback")));
    }

    [Fact]
    public void RandomKey_Always_IsUsable()
    {
        var random = Demo with { Token = CallbackSettings.RandomToken(), EncodingAESKey = CallbackSettings.RandomKey() };

        Assert.Empty(random.Validate());
        Assert.NotEqual(CallbackSettings.RandomKey(), random.EncodingAESKey);
    }

    private static async Task AssertRefusedAsync(RunningSimulator simulator, string url, string kind)
    {
        var before = await simulator.GetAsync("/sim/apps/demo/callback");

        var (status, problem) = await SaveAsync(simulator, url);

        Assert.Equal(422, status);
        Assert.Equal("openapi回调地址请求不通过", (string?)problem["title"]);
        Assert.Equal(kind, (string?)problem["kind"]);
        Assert.False(string.IsNullOrEmpty((string?)problem["detail"]));
        Assert.True(JsonNode.DeepEquals(before, await simulator.GetAsync("/sim/apps/demo/callback")));
    }

    private static async Task<(int Status, JsonNode Body)> SaveAsync(RunningSimulator simulator, string url, string? token = null, string? key = null)
    {
        using var response = await simulator.Http.PutAsJsonAsync(
            "/sim/apps/demo/callback",
            new { callbackUrl = url, token = token ?? Demo.Token, encodingAESKey = key ?? Demo.EncodingAESKey });
        return ((int)response.StatusCode, await RunningSimulator.ReadAsync(response));
    }
}
