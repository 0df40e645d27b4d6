using System.Text.Json.Nodes;
using Hongyan.Simulator.Tests.Fakes;

namespace Hongyan.Simulator.Tests.Robots;

public sealed class RobotAnswerTests
{
    private const string Notice = """{"card_type":"text_notice","main_title":{"title":"通知"},"card_action":{"type":1,"url":"https://a.example"}}""";

    [Theory]
    [InlineData("""{"msgtype":"text","text":{"content":"好"}}""", "robotTypeOfMessage")]
    [InlineData("""{"msgtype":"markdown","markdown":{"content":"好"}}""", "robotTypeOfMessage")]
    [InlineData("""{"text":{"content":"好"}}""", "messageMissingPart")]
    [InlineData("""{"msgtype":"template_card"}""", "messageMissingPart")]
    [InlineData("""{"msgtype":"template_card","template_card":{"card_type":"no_such"}}""", "robotCard")]
    [InlineData("""{"msgtype":"template_card","template_card":"card"}""", "robotFieldType")]
    [InlineData("""{"msgtype":"template_card","template_card":{"card_type":"text_notice","main_title":"通知"}}""", "robotFieldType")]
    [InlineData("""{"msgtype":"stream","msgtype":"stream"}""", "robotMessageNotJson")]
    [InlineData("""["msgtype"]""", "robotMessageNotJson")]
    [InlineData("""{"msgtype":""", "robotMessageNotJson")]
    [InlineData("好的", "robotMessageNotJson")]
    public async Task Answer_WrongInside_IsRejected(string plaintext, string kind)
    {
        await using var bot = await FakeBot.StartAsync(callback => RobotWire.Answer(callback, plaintext));
        await using var simulator = await RobotWire.StartAsync(bot);

        var turn = await simulator.SayToRobotAsync("你好");

        Assert.Equal([kind], turn.Findings());
        Assert.Equal("rejectedReply", (string?)turn["delivery"]!["outcome"]);
        Assert.Equal(plaintext, (string?)turn["delivery"]!["attempts"]![0]!["decryptedReply"]);
        Assert.Single(bot.Received);
    }

    [Theory]
    [InlineData("token", "robotReplySignature")]
    [InlineData("receiveid", "robotReplyReceiveId")]
    [InlineData("nosignature", "replyMissingPart")]
    [InlineData("notimestamp", "replyMissingPart")]
    [InlineData("objectnonce", "replyMissingPart")]
    [InlineData("ciphertext", "robotReplySignature")]
    public async Task Answer_WrongEnvelope_IsRejected(string wrong, string kind)
    {
        const string Plaintext = """{"msgtype":"stream","stream":{"id":"s1","finish":true,"content":"好"}}""";
        await using var bot = await FakeBot.StartAsync(callback => wrong switch
        {
            "token" => RobotWire.Answer(callback, Plaintext, token: "another"),
            "receiveid" => RobotWire.Answer(callback, Plaintext, receiveId: "ww2075aefc195e57e9"),
            _ => RobotWire.Answer(callback, Plaintext, change: envelope =>
            {
                switch (wrong)
                {
                    case "nosignature":
                        envelope.Remove("msgsignature");
                        break;
                    case "notimestamp":
                        envelope.Remove("timestamp");
                        break;
                    case "objectnonce":
                        envelope["nonce"] = new JsonObject();
                        break;
                    default:
                        envelope["encrypt"] = "AAAA" + (string)envelope["encrypt"]!;
                        break;
                }
                return envelope;
            }),
        });
        await using var simulator = await RobotWire.StartAsync(bot);

        Assert.Equal([kind], (await simulator.SayToRobotAsync("你好")).Findings());
    }

    [Theory]
    [InlineData("""{"msgtype":"stream","stream":{"id":"s1","finish":true,"content":"好"}}""", "robotReplyPlaintext", "rejectedReply")]
    [InlineData("""{"encrypt":""", "robotReplyNotJson", "rejectedReply")]
    [InlineData("""{"errcode":0}""", "answerNotEnvelope", "accepted")]
    [InlineData("ok", "answerNotEnvelope", "accepted")]
    [InlineData("<xml></xml>", "answerNotEnvelope", "accepted")]
    [InlineData("[1]", "answerNotEnvelope", "accepted")]
    public async Task Answer_NoEnvelope_IsExplained(string body, string kind, string outcome)
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Text(body));
        await using var simulator = await RobotWire.StartAsync(bot);

        var turn = await simulator.SayToRobotAsync("你好");

        Assert.Equal([kind], turn.Findings());
        Assert.Equal(outcome, (string?)turn["delivery"]!["outcome"]);
    }

    [Fact]
    public async Task Answer_AnotherNonceOrTimestampAsText_IsTaken()
    {
        await using var bot = await FakeBot.StartAsync(callback =>
            RobotWire.Stream(callback with { Query = new Dictionary<string, string>(callback.Query) { ["nonce"] = "own" } }, "好", finish: true));
        await using var simulator = await RobotWire.StartAsync(bot);

        var turn = await simulator.SayToRobotAsync("你好");

        Assert.Equal("好", (string?)turn.Reply()["content"]);
        Assert.Equal(["robotNonce"], turn.Findings());
    }

    [Fact]
    public async Task Answer_TooDeep_IsRejectedAndNothingBreaks()
    {
        await using var bot = await FakeBot.StartAsync(callback => RobotWire.Answer(callback, new string('[', 5000)));
        await using var simulator = await RobotWire.StartAsync(bot);

        Assert.Equal(["robotMessageNotJson"], (await simulator.SayToRobotAsync("你好")).Findings());
    }

    [Fact]
    public async Task Enter_FirstOfTheDay_IsCalledBackOnceAndWelcomed()
    {
        await using var bot = await FakeBot.StartAsync(callback => RobotWire.Answer(callback, """{"msgtype":"text","text":{"content":"你好，我是鸿雁"}}"""));
        await using var simulator = await RobotWire.StartAsync(bot);
        const string Path = "/sim/robots/robot/members/zhangsan/enter";

        var turn = await simulator.PostAsync(Path + "?wait=true", new { });
        var again = await simulator.RefusedAsync(Path, new { });
        await simulator.PutAsync("/sim/clock", new { advanceSeconds = 86400 });
        await simulator.PostAsync(Path + "?wait=true", new { });

        Assert.Equal("你好，我是鸿雁", (string?)turn.Reply()["content"]);
        Assert.Equal((422, "userId"), again);
        var happened = bot.Received[0].OpenRobot().AsObject();
        Assert.Equal(["msgid", "aibotid", "chattype", "from", "create_time", "msgtype", "event"], happened.Select(pair => pair.Key));
        Assert.Equal("""{"eventtype":"enter_chat"}""", happened["event"]!.ToJsonString());
        Assert.Equal(2, bot.Received.Count);
    }

    [Fact]
    public async Task Enter_NotAnsweredOrAnsweredWithAStream_IsNotSentAgain()
    {
        var calls = 0;
        await using var bot = await FakeBot.StartAsync(callback => Interlocked.Increment(ref calls) == 1
            ? BotAnswer.Text("", status: 500)
            : RobotWire.Stream(callback, "好", finish: true));
        await using var simulator = await RobotWire.StartAsync(bot);

        var failed = await simulator.PostAsync("/sim/robots/robot/members/zhangsan/enter?wait=true", new { });
        var wrong = await simulator.PostAsync("/sim/robots/robot/members/lisi/enter?wait=true", new { });

        Assert.Equal(["statusNotOk"], failed.Findings());
        Assert.Equal(["robotTypeOfEnter"], wrong.Findings());
        Assert.Equal(2, bot.Received.Count);
    }

    [Fact]
    public async Task Card_AnsweringAMessage_IsShown()
    {
        await using var bot = await FakeBot.StartAsync(callback => RobotWire.Answer(callback, $$"""{"msgtype":"template_card","template_card":{{Notice}}}"""));
        await using var simulator = await RobotWire.StartAsync(bot);

        var turn = await simulator.SayToRobotAsync("通知");

        Assert.Equal("通知", (string?)turn.Reply()["card"]!["main_title"]!["title"]);
    }
}
