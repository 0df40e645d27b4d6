using System.Text.Json.Nodes;
using Hongyan.Simulator.Tests.Fakes;

namespace Hongyan.Simulator.Tests.Robots;

public sealed class RobotStreamTests
{
    // A PNG by its first bytes is all that is looked at.
    private static readonly byte[] Picture = [0x89, .. "PNG\r\n\u001A\n"u8, 1, 2, 3];

    [Fact]
    public async Task Stream_ThreeSnapshots_GrowsAndEnds()
    {
        var snapshots = new Queue<(string, bool)>([("春", false), ("春眠", false), ("春眠不觉晓", true)]);
        await using var bot = await FakeBot.StartAsync(callback =>
        {
            var (content, finish) = snapshots.Dequeue();
            return RobotWire.Stream(callback, content, finish);
        });
        await using var simulator = await RobotWire.StartAsync(bot);

        var turn = await simulator.SayToRobotAsync("背一句诗");

        Assert.Equal(["text", "stream", "stream"], bot.Received.Select(RobotWire.TypeOf));
        var refresh = bot.Received[1].OpenRobot().AsObject();
        Assert.Equal(["msgid", "aibotid", "chattype", "from", "msgtype", "stream"], refresh.Select(pair => pair.Key));
        Assert.Equal("""{"id":"s1"}""", refresh["stream"]!.ToJsonString());
        Assert.Equal(3, bot.Received.Select(callback => (string)callback.OpenRobot()["msgid"]!).Distinct().Count());
        Assert.Equal(("春眠不觉晓", true), ((string?)turn.Reply()["content"], (bool)turn.Reply()["isFinished"]!));
        Assert.Empty(turn.Findings());
        Assert.Equal(("finished", 2), ((string?)turn["stream"]!["state"], (int)turn["stream"]!["refreshes"]!));
        Assert.Equal("replied", (string?)turn["delivery"]!["outcome"]);
    }

    [Fact]
    public async Task Stream_AnswerWithoutContentOrNoAnswer_KeepsWhatThereWas()
    {
        var calls = 0;
        await using var bot = await FakeBot.StartAsync(callback => Interlocked.Increment(ref calls) switch
        {
            1 => RobotWire.Stream(callback, "想一想"),
            2 => BotAnswer.Empty,
            3 => BotAnswer.Text("", status: 502),
            _ => RobotWire.Answer(callback, """{"msgtype":"stream","stream":{"id":"s1","finish":true}}"""),
        });
        await using var simulator = await RobotWire.StartAsync(bot);

        var turn = await simulator.SayToRobotAsync("在吗");

        Assert.Equal("想一想", (string?)turn.Reply()["content"]);
        Assert.Equal(["statusNotOk"], turn.Findings());
        Assert.Equal(["accepted", "badStatus", "replied"], turn["stream"]!["latest"]!.AsArray().Select(refresh => (string?)refresh!["attempt"]!["outcome"]));
    }

    [Fact]
    public async Task Stream_NeverFinished_IsCutOffAfterSixMinutesOfTheClock()
    {
        await using var bot = await FakeBot.StartAsync(callback => RobotWire.Stream(callback, "还在想"));
        await using var simulator = await RobotWire.StartAsync(bot);
        var waiting = simulator.SayToRobotAsync("在吗");
        while (bot.Received.Count < 3)
            await Task.Yield();

        await simulator.PutAsync("/sim/clock", new { advanceSeconds = 360 });
        var turn = await waiting;

        Assert.Equal("cutOff", (string?)turn["stream"]!["state"]);
        Assert.True((bool)turn.Reply()["isCutOff"]!);
        Assert.Equal(["robotStreamCutOff"], turn.Findings());
        Assert.True((int)turn["stream"]!["refreshes"]! >= 2);
        Assert.True(turn["stream"]!["latest"]!.AsArray().Count <= 20);
    }

    [Fact]
    public async Task Stream_Refresh_WaitsASecondByDefault()
    {
        var time = new ManualTimeProvider();
        var calls = 0;
        await using var bot = await FakeBot.StartAsync(callback => RobotWire.Stream(callback, "好", finish: Interlocked.Increment(ref calls) == 2));
        await using var simulator = await RobotWire.StartAsync(bot, time, "--Simulator:StreamPollSeconds", "1");
        var waiting = simulator.SayToRobotAsync("在吗");

        await time.TimerOfAsync(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        Assert.Single(bot.Received);
        time.Advance(TimeSpan.FromSeconds(1));
        await waiting;

        Assert.Equal(2, bot.Received.Count);
    }

    [Fact]
    public async Task Stream_TextOfTheLimit_IsShownAndOneByteMoreRefused()
    {
        // A Chinese character takes three bytes.
        var fits = new string('鸿', 6826) + "ab";
        var calls = 0;
        await using var bot = await FakeBot.StartAsync(callback => RobotWire.Stream(callback, Interlocked.Increment(ref calls) == 1 ? fits : fits + "c", finish: calls == 3));
        await using var simulator = await RobotWire.StartAsync(bot);
        var waiting = simulator.SayToRobotAsync("长文");
        while (bot.Received.Count < 4)
            await Task.Yield();
        await simulator.PutAsync("/sim/clock", new { advanceSeconds = 360 });

        var turn = await waiting;

        Assert.Equal(20480, System.Text.Encoding.UTF8.GetByteCount(fits));
        Assert.Equal(fits, (string?)turn.Reply()["content"]);
        Assert.Equal(["robotStreamTooLong", "robotStreamCutOff"], turn.Findings());
    }

    [Theory]
    [InlineData("""{"msgtype":"stream","stream":{"id":"other","finish":true,"content":"好"}}""", "robotStreamOtherId")]
    [InlineData("""{"msgtype":"stream","stream":{"finish":true,"content":"好"}}""", "messageMissingPart")]
    [InlineData("""{"msgtype":"stream"}""", "messageMissingPart")]
    [InlineData("""{"msgtype":"stream","stream":{"id":"s1","finish":"true","content":"好"}}""", "robotFieldType")]
    [InlineData("""{"msgtype":"stream","stream":{"id":"s1","finish":true,"content":["好"]}}""", "robotFieldType")]
    [InlineData("""{"msgtype":"template_card","template_card":{"card_type":"text_notice"}}""", "robotTypeOfRefresh")]
    [InlineData("""{"msgtype":"text","text":{"content":"好"}}""", "robotTypeOfRefresh")]
    public async Task Refresh_WrongAnswer_IsFoundOnceAndTheNextOneAsked(string wrong, string kind)
    {
        var calls = 0;
        await using var bot = await FakeBot.StartAsync(callback => Interlocked.Increment(ref calls) switch
        {
            1 => RobotWire.Stream(callback, "一"),
            2 or 3 => RobotWire.Answer(callback, wrong),
            _ => RobotWire.Stream(callback, "一二", finish: true),
        });
        await using var simulator = await RobotWire.StartAsync(bot);

        var turn = await simulator.SayToRobotAsync("数");

        Assert.Equal([kind], turn.Findings());
        Assert.Equal("一二", (string?)turn.Reply()["content"]);
        Assert.Equal(4, bot.Received.Count);
    }

    [Fact]
    public async Task Stream_OnlyWhatIsNew_IsRemarkedOn()
    {
        var calls = 0;
        await using var bot = await FakeBot.StartAsync(callback => Interlocked.Increment(ref calls) == 1
            ? RobotWire.Stream(callback, "从前有座山")
            : RobotWire.Stream(callback, "，山", finish: true));
        await using var simulator = await RobotWire.StartAsync(bot);

        var turn = await simulator.SayToRobotAsync("讲故事");

        Assert.Equal(["robotStreamShrank"], turn.Findings());
        Assert.Equal("，山", (string?)turn.Reply()["content"]);
    }

    [Fact]
    public async Task Stream_PicturesAtTheEnd_AreKept()
    {
        await using var bot = await FakeBot.StartAsync(callback => RobotWire.Stream(callback, "看图", finish: true, rest: "," + PicturesOf(Picture, 2)));
        await using var simulator = await RobotWire.StartAsync(bot);

        var turn = await simulator.SayToRobotAsync("画一张");

        var ids = turn.Reply()["mediaIds"]!.AsArray();
        Assert.Equal(2, ids.Count);
        Assert.Equal(Picture, await simulator.Http.GetByteArrayAsync(new Uri($"/sim/media/{ids[0]}", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData(false, 1, "", "robotPicturesEarly")]
    [InlineData(true, 11, "", "robotPictures")]
    [InlineData(true, 1, "00000000000000000000000000000000", "robotPicture")]
    public async Task Stream_WrongPictures_AreRefused(bool finish, int count, string md5, string kind)
    {
        await using var bot = await FakeBot.StartAsync(callback => RobotWire.Stream(callback, "看图", finish, rest: "," + PicturesOf(Picture, count, md5)));
        await using var simulator = await RobotWire.StartAsync(bot);

        var turn = await simulator.SayToRobotAsync("画一张");

        Assert.Equal([kind], turn.Findings());
        Assert.Equal("rejectedReply", (string?)turn["delivery"]!["outcome"]);
    }

    [Fact]
    public async Task StreamWithCard_CardComesOnce()
    {
        const string Card = """{"card_type":"text_notice","main_title":{"title":"结果"},"card_action":{"type":1,"url":"https://a.example"}}""";
        var calls = 0;
        await using var bot = await FakeBot.StartAsync(callback => RobotWire.Answer(callback,
            $$$"""{"msgtype":"stream_with_template_card","stream":{"id":"s1","finish":{{{(Interlocked.Increment(ref calls) == 3 ? "true" : "false")}}},"content":"{{{calls}}}"},"template_card":{{{Card}}}}"""));
        await using var simulator = await RobotWire.StartAsync(bot);

        var turn = await simulator.SayToRobotAsync("查一下");

        Assert.Equal("结果", (string?)turn.Reply()["card"]!["main_title"]!["title"]);
        Assert.Equal(["robotCardTwice"], turn.Findings());
        Assert.Equal("3", (string?)turn.Reply()["content"]);
    }

    private static string PicturesOf(byte[] picture, int count, string md5 = "")
    {
#pragma warning disable CA5351 // The platform compares pictures by MD5; it protects nothing.
        var sum = md5.Length > 0 ? md5 : Convert.ToHexStringLower(System.Security.Cryptography.MD5.HashData(picture));
#pragma warning restore CA5351
        var items = new JsonArray([.. Enumerable.Range(0, count).Select(_ => new JsonObject
        {
            ["msgtype"] = "image",
            ["image"] = new JsonObject { ["base64"] = Convert.ToBase64String(picture), ["md5"] = sum },
        })]);
        return $"\"msg_item\":{items.ToJsonString()}";
    }
}
