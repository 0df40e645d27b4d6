using System.Text;
using Hongyan.Protocol;
using Hongyan.Simulator.Tests.Fakes;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Tests;

public sealed class ReplyTests
{
    private const string Hello = "<Content><![CDATA[你好]]></Content>";

    private static string CorpId => SampleApps.Demo.CorpId;

    public static TheoryData<string, string, int?> WrongReplies()
    {
        var right = BotAnswer.Plaintext(Hello);
        var sealedRight = BotAnswer.Seal(right, CorpId);
        return new()
        {
            { "replySignature", Body(BotAnswer.Reply(right, token: "anotherToken")), -40001 },
            { "replySignature", Body(BotAnswer.Envelope(sealedRight, "0")), -40001 },
            { "replyReceiveId", Body(BotAnswer.Reply(right, receiveId: "wwsomebodyelse0000")), -40005 },
            { "replyBase64", Body(BotAnswer.Reply(right, encrypt: "not base64!")), -40010 },
            { "replyCipherLength", Body(BotAnswer.Reply(right, encrypt: "QUJD")), -40007 },
            { "replyBuffer", Body(BotAnswer.Reply(right, encrypt: Convert.ToBase64String(new byte[64]))), -40008 },
            { "replyPlaintext", right, -40002 },
            { "replyDtd", $"<!DOCTYPE xml [<!ENTITY e \"x\">]><xml><Encrypt>&e;</Encrypt></xml>", -40002 },
            { "replyNotXml", "<xml><Encrypt>", -40002 },
            { "replyMissingPart", "<xml><Encrypt>x</Encrypt><TimeStamp>1</TimeStamp><Nonce>1</Nonce></xml>", -40002 },
            { "replyMissingPart", "<xml><MsgSignature>x</MsgSignature><TimeStamp>1</TimeStamp><Nonce>1</Nonce></xml>", -40002 },
            { "replyRepeatedPart", "<xml><Encrypt>x</Encrypt><Encrypt>y</Encrypt></xml>", -40002 },
            { "replyNotXml", "<xml><Encrypt>" + string.Concat(Enumerable.Repeat("<a>", 100_000)), -40002 },
            { "replyNotXml", "<xml><Encrypt>" + Nested(100_000) + "</Encrypt></xml>", -40002 },
            { "messageNotXml", Reply($"<xml>{Nested(1000)}</xml>"), -40002 },
            { "messageDtd", Reply("<!DOCTYPE xml><xml/>"), -40002 },
            { "messageNotXml", Reply("你好"), -40002 },
            { "messageMissingPart", Reply("<xml><ToUserName>zhangsan</ToUserName></xml>"), -40002 },
            { "messageNotTurnedRound", Reply(BotAnswer.Plaintext(Hello, to: CorpId, from: "zhangsan")), null },
            { "messageToUser", Reply(BotAnswer.Plaintext(Hello, to: "lisi")), null },
            { "messageFromUser", Reply(BotAnswer.Plaintext(Hello, from: "wwsomebodyelse0000")), null },
            { "messageCreateTime", Reply(BotAnswer.Plaintext(Hello, created: "now")), null },
            { "messageType", Reply(BotAnswer.Plaintext(Hello, type: "markdown")), null },
            { "messageMissingPart", Reply(BotAnswer.Plaintext("<Content></Content>")), -40002 },
            { "messageMissingPart", Reply(BotAnswer.Plaintext("<Image/>", type: "image")), -40002 },
            { "messageArticles", Reply(News(9, "9")), null },
            { "messageArticleCount", Reply(News(2, "1")), null },
        };

        static string Nested(int depth) => string.Concat(Enumerable.Repeat("<a>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth));
        static string Body(BotAnswer answer) => Encoding.UTF8.GetString(answer.Body);
        static string Reply(string plaintext) => Body(BotAnswer.Reply(plaintext));
    }

    [Theory]
    [MemberData(nameof(WrongReplies))]
    public async Task Reply_Wrong_IsReportedAsWhatItIs(string kind, string body, int? code)
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.Text(body));
        await using var simulator = await RunningSimulator.StartAsync(bot);

        var delivery = await simulator.SayAsync("你好");

        Assert.Equal("rejectedReply", (string?)delivery["outcome"]);
        var problem = Assert.Single(delivery["attempts"]!.AsArray())!["problem"]!;
        Assert.Equal(kind, (string?)problem["kind"]);
        Assert.Equal(code, (int?)problem["code"]);
        if (code is not null)
            Assert.Contains($"{code}", (string?)problem["message"], StringComparison.Ordinal);

        var conversation = await simulator.ConversationAsync();
        Assert.Equal(["in", "system"], conversation.Select(entry => (string?)entry!["direction"]));
        Assert.Equal((string?)problem["message"], (string?)conversation[1]!["content"]);
    }

    [Fact]
    public async Task Reply_NotUtf8_IsReported()
    {
        await using var bot = await FakeBot.StartAsync(new BotAnswer(200, [.. "<xml>"u8, 0xFF, .. "</xml>"u8]));
        await using var simulator = await RunningSimulator.StartAsync(bot);

        var delivery = await simulator.SayAsync("你好");

        Assert.Equal("replyNotUtf8", (string?)delivery["attempts"]![0]!["problem"]!["kind"]);
    }

    [Fact]
    public void Read_EntityBomb_IsRefusedWithoutExpanding()
    {
        var bomb = "<!DOCTYPE a [<!ENTITY a \"" + new string('x', 1000) + "\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><xml><Encrypt>&b;</Encrypt></xml>";

        var verdict = ReplyReader.Read(SampleApps.Demo, "zhangsan", "text", ReplyPolicy.Messages, Encoding.UTF8.GetBytes(bomb));

        Assert.Equal(FindingKind.ReplyDtd, verdict.Problem!.Kind);
    }

    [Fact]
    public void Read_ByteOrderMarkAndBareElements_IsRead()
    {
        var answer = BotAnswer.Reply($"<xml><ToUserName>zhangsan</ToUserName><FromUserName>{CorpId}</FromUserName>"
            + "<CreateTime>1</CreateTime><MsgType>text</MsgType><Content>你好</Content></xml>");

        var verdict = ReplyReader.Read(SampleApps.Demo, "zhangsan", "text", ReplyPolicy.Messages, [0xEF, 0xBB, 0xBF, .. answer.Body]);

        Assert.Equal("你好", verdict.Reply!.Content);
    }

    [Fact]
    public void Read_LongText_IsCutBetweenCodePoints()
    {
        // 682 × 3 = 2046 bytes; the next code point has four.
        var text = new string('好', 682) + "😀😀";

        var verdict = Read(BotAnswer.TextReply(text));

        Assert.Equal(AttemptOutcome.Replied, verdict.Outcome);
        Assert.Equal(new string('好', 682), verdict.Reply!.Content);
        Assert.Equal(FindingKind.TextCut, Assert.Single(verdict.Notes).Kind);
    }

    [Fact]
    public void Read_TextOfExactly2048Bytes_IsKept()
    {
        var text = new string('a', 2048);

        var verdict = Read(BotAnswer.TextReply(text));

        Assert.Equal(text, verdict.Reply!.Content);
        Assert.Empty(verdict.Notes);
    }

    [Fact]
    public void Read_EveryType_IsUnderstood()
    {
        Assert.Equal("M1", Read("image", "<Image><MediaId><![CDATA[M1]]></MediaId></Image>").MediaId);
        Assert.Equal("M2", Read("voice", "<Voice><MediaId><![CDATA[M2]]></MediaId></Voice>").MediaId);
        var video = Read("video", "<Video><MediaId>M3</MediaId><Title>T</Title><Description>D</Description></Video>");
        Assert.Equal(("M3", "T", "D"), (video.MediaId, video.Title, video.Description));
        var news = BotAnswer.Reply(News(2, "2"));
        Assert.Equal([new("T1", "D1", "P1", "U1"), new("T2", "D2", "P2", "U2")], Read(news).Reply!.Articles!);
        Assert.Equal("已提交", Read("update_button", "<Button><ReplaceName>已提交</ReplaceName></Button>", ReplyPolicy.CardUpdates).ReplaceName);
        var card = Read(
            "update_template_card",
            "<TemplateCard><CardType>text_notice</CardType><MainTitle><Title>已受理</Title><Desc>D</Desc></MainTitle></TemplateCard>",
            ReplyPolicy.CardUpdates);
        Assert.Equal(("text_notice", "已受理", "D"), (card.CardType, card.Title, card.Description));
    }

    [Theory]
    [InlineData("unsubscribe", ReplyPolicy.None, "text", FindingKind.ReplyNotAllowed)]
    [InlineData("template_card_event", ReplyPolicy.CardUpdates, "text", FindingKind.OnlyCardUpdate)]
    [InlineData("text", ReplyPolicy.Messages, "update_button", FindingKind.CardUpdateNotAllowed)]
    public void Read_ReplyThatIsNotTaken_IsNotedAndNotShown(string answered, ReplyPolicy policy, string type, FindingKind kind)
    {
        var body = type == "text" ? Hello : "<Button><ReplaceName>已提交</ReplaceName></Button>";

        var verdict = ReplyReader.Read(
            SampleApps.Demo, "zhangsan", answered, policy, BotAnswer.Reply(BotAnswer.Plaintext(body, type)).Body);

        Assert.Equal(AttemptOutcome.Accepted, verdict.Outcome);
        Assert.Null(verdict.Reply);
        Assert.Equal(kind, Assert.Single(verdict.Notes).Kind);
    }

    [Fact]
    public void Read_EveryPrefixOfARightReply_IsJudgedWithoutAnException()
    {
        var body = BotAnswer.TextReply("你好").Body;
        for (var length = 0; length < body.Length; length++)
        {
            var verdict = ReplyReader.Read(SampleApps.Demo, "zhangsan", "text", ReplyPolicy.Messages, body.AsSpan(0, length));
            Assert.NotEqual(AttemptOutcome.Replied, verdict.Outcome);
        }
    }

    private static string News(int items, string count) => BotAnswer.Plaintext(
        $"<ArticleCount>{count}</ArticleCount><Articles>"
        + string.Concat(Enumerable.Range(1, items).Select(i =>
            $"<item><Title>T{i}</Title><Description>D{i}</Description><PicUrl>P{i}</PicUrl><Url>U{i}</Url></item>"))
        + "</Articles>",
        type: "news");

    private static ReplyVerdict Read(BotAnswer answer, ReplyPolicy policy = ReplyPolicy.Messages) =>
        ReplyReader.Read(SampleApps.Demo, "zhangsan", "text", policy, answer.Body);

    private static PassiveReply Read(string type, string body, ReplyPolicy policy = ReplyPolicy.Messages)
    {
        var verdict = Read(BotAnswer.Reply(BotAnswer.Plaintext(body, type)), policy);
        Assert.Null(verdict.Problem);
        return verdict.Reply!;
    }
}
