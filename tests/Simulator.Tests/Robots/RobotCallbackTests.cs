using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Hongyan.Simulator.Tests.Fakes;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Tests.Robots;

public sealed class RobotCallbackTests
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Say_Text_IsCalledBackAsTheDocumentHasIt()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RobotWire.StartAsync(bot);

        var turn = await simulator.SayToRobotAsync("今天天气");

        var message = Assert.Single(bot.Received).OpenRobot().AsObject();
        Assert.Equal(["msgid", "aibotid", "chattype", "from", "response_url", "msgtype", "text"], message.Select(pair => pair.Key));
        Assert.Equal("aibgUSUqBQEZZOjJsdqFfMSKU23", (string?)message["aibotid"]);
        Assert.Equal("single", (string?)message["chattype"]);
        Assert.Equal("""{"userid":"zhangsan"}""", message["from"]!.ToJsonString());
        Assert.Equal("今天天气", (string?)message["text"]!["content"]);
        Assert.StartsWith($"{simulator.Http.BaseAddress}cgi-bin/aibot/response?response_code=", (string?)message["response_url"], StringComparison.Ordinal);
        Assert.Equal("accepted", (string?)turn["delivery"]!["outcome"]);
    }

    [Theory]
    [InlineData("image")]
    [InlineData("file")]
    [InlineData("video")]
    public async Task Say_Media_CanBeDownloadedEncryptedForFiveMinutes(string type)
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RobotWire.StartAsync(bot);
        await simulator.PostAsync("/sim/robots/robot/members/zhangsan/messages?wait=true", new { type });
        var url = new Uri((string)Assert.Single(bot.Received).OpenRobot()[type]!["url"]!);

        var encrypted = await simulator.Http.GetByteArrayAsync(url, Cancellation);
        var entry = (await simulator.RobotConversationAsync())[0]!;
        var original = await simulator.Http.GetByteArrayAsync(new Uri($"/sim/media/{entry["details"]!["mediaId"]}", UriKind.Relative), Cancellation);
        Assert.Equal(original, Decrypt(encrypted));
        Assert.Equal(0, encrypted.Length % 32);

        await simulator.PutAsync("/sim/clock", new { advanceSeconds = 200 });
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(simulator, url));
        await simulator.PutAsync("/sim/clock", new { advanceSeconds = 101 });
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(simulator, url));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(simulator, new Uri(url, "/robot-media/nothing")));
    }

    [Fact]
    public async Task Say_MixedVoiceAndQuote_HaveTheirParts()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RobotWire.StartAsync(bot);

        await simulator.PostAsync("/sim/robots/robot/members/zhangsan/messages?wait=true", new { type = "mixed" });
        var first = (long)(await simulator.RobotConversationAsync())[0]!["id"]!;
        await simulator.PostAsync("/sim/robots/robot/members/zhangsan/messages?wait=true", new { type = "voice", content = "明天开会", quotes = first });

        var (mixed, voice) = (bot.Received[0].OpenRobot(), bot.Received[1].OpenRobot());
        Assert.Equal(["text", "image"], mixed["mixed"]!["msg_item"]!.AsArray().Select(item => (string?)item!["msgtype"]));
        Assert.Contains("/robot-media/", (string?)mixed["mixed"]!["msg_item"]![1]!["image"]!["url"], StringComparison.Ordinal);
        Assert.Equal("""{"content":"明天开会"}""", voice["voice"]!.ToJsonString(Readable));
        Assert.Equal("mixed", (string?)voice["quote"]!["msgtype"]);
        Assert.Equal(2, voice["quote"]!["mixed"]!["msg_item"]!.AsArray().Count);
    }

    [Fact]
    public async Task Retry_NoAnswer_SameMsgIdInANewEnvelope()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Text("oops", status: 500));
        await using var simulator = await RobotWire.StartAsync(bot);

        var turn = await simulator.SayToRobotAsync("你好");

        Assert.Equal("failed", (string?)turn["delivery"]!["outcome"]);
        Assert.Equal(3, bot.Received.Count);
        Assert.Single(bot.Received.Select(callback => callback.OpenRobot().ToJsonString()).Distinct());
        Assert.Equal(3, bot.Received.Select(callback => callback.Body).Distinct().Count());
        Assert.Equal(["statusNotOk"], turn.Findings());
    }

    [Theory]
    [InlineData("wrongSignature", 403)]
    [InlineData("truncatedBody", 400)]
    [InlineData("foreignReceiveId", 403)]
    public async Task Fault_SpoiledRequest_IsRefusedAndTheRetryIsRight(string kind, int status)
    {
        var calls = 0;
        await using var bot = await FakeBot.StartAsync(callback =>
            Interlocked.Increment(ref calls) == 1 ? BotAnswer.Text("", status) : RobotWire.Stream(callback, "好", finish: true));
        await using var simulator = await RobotWire.StartAsync(bot);
        await simulator.PutAsync("/sim/robots/robot/faults", new[] { new { kind } });

        var turn = await simulator.SayToRobotAsync("你好");

        Assert.Equal("faultRefused", (string?)turn["delivery"]!["attempts"]![0]!["problem"]!["kind"]);
        Assert.Equal("好", (string?)turn.Reply()["content"]);
        Assert.ThrowsAny<Exception>(() => bot.Received[0].OpenRobot());
        Assert.Equal("text", bot.Received[1].TypeOf());
    }

    [Fact]
    public async Task Fault_DelayAndOutOfOrder_MeetRobotsToo()
    {
        await using var bot = await FakeBot.StartAsync(callback => RobotWire.Stream(callback, "好", finish: true));
        var clock = new ManualTimeProvider();
        await using var simulator = await RobotWire.StartAsync(bot, clock);
        await simulator.PutAsync("/sim/robots/robot/faults", new[] { new { kind = "delay" } });
        var saying = simulator.SayToRobotAsync("迟到");
        await clock.MissTheDeadlineAsync(Cancellation);
        var late = await saying;

        await simulator.PutAsync("/sim/robots/robot/faults", new[] { new { kind = "outOfOrder", messages = 1 } });
        var first = simulator.SayToRobotAsync("先说的");
        while ((await simulator.RobotConversationAsync()).Count < 3)
            await Task.Yield();
        await simulator.SayToRobotAsync("后说的");
        await first;

        Assert.Equal(["timedOut", "replied"], late["delivery"]!["attempts"]!.AsArray().Select(attempt => (string?)attempt!["outcome"]));
        Assert.Equal(["迟到", "迟到", "后说的", "先说的"], bot.Received.Select(callback => (string?)callback.OpenRobot()["text"]!["content"]));
    }

    [Fact]
    public async Task Fault_DropAndDuplicate_AreSeenByTheBotNeverAndThreeTimes()
    {
        var answers = 0;
        await using var bot = await FakeBot.StartAsync(callback => RobotWire.Stream(callback, "好", finish: true, id: $"s{Interlocked.Increment(ref answers)}"));
        await using var simulator = await RobotWire.StartAsync(bot);

        await simulator.PutAsync("/sim/robots/robot/faults", new[] { new { kind = "drop" } });
        var lost = await simulator.SayToRobotAsync("一");
        await simulator.PutAsync("/sim/robots/robot/faults", new[] { new { kind = "duplicate" } });
        var tripled = await simulator.SayToRobotAsync("二");

        Assert.Equal(["faultDropped"], lost.Findings());
        Assert.Equal(3, bot.Received.Count);
        Assert.Equal(["faultDuplicateDiffers", "faultDuplicateDiffers"], tripled.Findings());
    }

    [Fact]
    public async Task Message_TheFourthInProgress_IsRefusedUntilOneHasEnded()
    {
        var release = new TaskCompletionSource();
        await using var bot = await FakeBot.StartAsync(async (callback, cancellationToken) =>
        {
            await release.Task.WaitAsync(cancellationToken);
            return BotAnswer.Empty;
        });
        await using var simulator = await RobotWire.StartAsync(bot, "--Simulator:DeadlineSeconds", "60");
        const string Path = "/sim/robots/robot/members/zhangsan/messages";
        var waiting = Enumerable.Range(1, 3).Select(i => simulator.PostAsync(Path + "?wait=true", new { type = "text", content = $"第 {i} 条" })).ToList();
        while (bot.Received.Count < 3)
            await Task.Yield();

        Assert.Equal((422, "userId"), await simulator.RefusedAsync(Path, new { type = "text", content = "第 4 条" }));
        await simulator.PostAsync("/sim/robots/robot/members/lisi/messages", new { type = "text", content = "别人的" });
        release.SetResult();
        await Task.WhenAll(waiting);
        await simulator.PostAsync(Path, new { type = "text", content = "第 4 条" });
    }

    [Theory]
    [InlineData("""{"type":"location"}""", "type")]
    [InlineData("""{"type":"text","content":"  "}""", "content")]
    [InlineData("""{"type":"text","content":"a","mediaId":"x"}""", "mediaId")]
    [InlineData("""{"type":"image","mediaId":"nothing"}""", "mediaId")]
    [InlineData("""{"type":"mixed","parts":[{}]}""", "parts")]
    [InlineData("""{"type":"mixed","parts":[{"mediaId":"nothing"}]}""", "parts")]
    public async Task Say_WhatCannotBeSaid_IsRefused(string body, string field)
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RobotWire.StartAsync(bot);

        Assert.Equal((422, field), await simulator.RefusedAsync("/sim/robots/robot/members/zhangsan/messages", JsonNode.Parse(body)!));
        Assert.Empty(bot.Received);
    }

    [Theory]
    [InlineData("/sim/robots/nobody/members/zhangsan/messages")]
    [InlineData("/sim/robots/robot/members/nobody/messages")]
    [InlineData("/sim/groups/nothing/members/zhangsan/messages")]
    public async Task Say_NobodyThere_Is404(string path)
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RobotWire.StartAsync(bot);

        Assert.Equal(404, (await simulator.RefusedAsync(path, new { type = "text", content = "你好" })).Status);
    }

    [Fact]
    public async Task SaveCallback_RobotAnswersTheEcho_IsSaved()
    {
        // The receiveid of a robot's echo is empty.
        await using var bot = await FakeBot.StartAsync(callback => BotAnswer.Text(Encoding.UTF8.GetString(
            new Hongyan.Protocol.MessageCipher(SampleRobots.Hongyan.Callback.EncodingAESKey, "").Decrypt(Encoding.UTF8.GetBytes(callback.Query["echostr"])).Message.Span)));
        await using var simulator = await RobotWire.StartAsync(bot);
        var (_, token, key) = SampleRobots.Hongyan.Callback;

        var saved = await simulator.PutAsync("/sim/robots/robot/callback", new { callbackUrl = bot.Url + "/new", token, encodingAESKey = key });
        using var refused = await System.Net.Http.Json.HttpClientJsonExtensions.PutAsJsonAsync(
            simulator.Http, "/sim/robots/robot/callback", new { callbackUrl = bot.Url, token = "别的", encodingAESKey = key }, Cancellation);

        Assert.Equal(bot.Url + "/new", (string?)saved["callbackUrl"]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(bot.Url + "/new", (string?)(await simulator.GetAsync("/sim/robots"))[0]!["callbackUrl"]);
        await simulator.PostAsync("/sim/robots/robot/members/zhangsan/messages?wait=true", new { type = "text", content = "到新地址" });
        Assert.Equal("/bot/new", bot.Received[^1].Path);
    }

    [Fact]
    public async Task Reset_WhileAMessageIsUnderWay_ForgetsEverything()
    {
        await using var bot = await FakeBot.StartAsync(async (_, cancellationToken) =>
        {
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
            return BotAnswer.Empty;
        });
        await using var simulator = await RobotWire.StartAsync(bot, "--Simulator:DeadlineSeconds", "60");
        await simulator.PutAsync("/sim/robots/robot/faults", new[] { new { kind = "delay" } });
        for (var i = 0; i < 3; i++)
            await simulator.PostAsync("/sim/robots/robot/members/zhangsan/messages", new { type = "text", content = "你好" });

        using var reset = await simulator.Http.PostAsync(new Uri("/sim/reset", UriKind.Relative), null, Cancellation);

        Assert.Empty(await simulator.RobotConversationAsync());
        Assert.DoesNotContain((await simulator.GetAsync("/sim/robots/robot/faults"))["faults"]!.AsArray(), fault => (bool)fault!["isOn"]!);
        // Nothing of before counts among the three.
        for (var i = 0; i < 3; i++)
            await simulator.PostAsync("/sim/robots/robot/members/zhangsan/messages", new { type = "text", content = "你好" });
    }

    [Fact]
    public async Task Configuration_RobotsOfItsOwn_AreAddedAndNamesAreKeptApart()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Empty);
        await using var simulator = await RunningSimulator.StartAsync(bot,
            "--Simulator:Robots:hr:CallbackUrl", bot.Url, "--Simulator:Robots:hr:DisplayName", "人事助手", "--Simulator:Apps:ai:DisplayName", "一个应用");

        var robots = (await simulator.GetAsync("/sim/robots")).AsArray();

        Assert.Equal([("robot", "鸿雁助手"), ("hr", "人事助手")], robots.Select(robot => ((string?)robot!["name"], (string?)robot["displayName"])));
        Assert.StartsWith("aib", (string?)robots[1]!["robotId"], StringComparison.Ordinal);
        await Assert.ThrowsAsync<SimulatorStartException>(() => RunningSimulator.StartAsync(bot, "--Simulator:Robots:demo:CallbackUrl", bot.Url));
        await Assert.ThrowsAsync<SimulatorStartException>(() => RunningSimulator.StartAsync(bot, "--Simulator:Robots:a b:CallbackUrl", bot.Url));
        await Assert.ThrowsAsync<SimulatorStartException>(() => RunningSimulator.StartAsync(bot, "--Simulator:Robots:robot:Token", "no-token"));
    }

    private static System.Text.Json.JsonSerializerOptions Readable { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static async Task<HttpStatusCode> StatusAsync(RunningSimulator simulator, Uri url)
    {
        using var response = await simulator.Http.GetAsync(url, Cancellation);
        return response.StatusCode;
    }

    private static byte[] Decrypt(byte[] encrypted)
    {
        using var aes = Aes.Create();
        aes.Key = Convert.FromBase64String(SampleRobots.Hongyan.Callback.EncodingAESKey + "=");
        var padded = aes.DecryptCbc(encrypted, aes.Key.AsSpan(0, 16), PaddingMode.None);
        Assert.InRange(padded[^1], 1, 32);
        return padded[..^padded[^1]];
    }
}
