using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Hongyan.Protocol;

namespace Hongyan.Tests.Incoming;

public class IncomingParserTests
{
    [Fact]
    public void Parse_Document_KeepsItAsItArrived()
    {
        var payload = Corpus.Payload("wecom/text.xml");
        Assert.Equal(payload, IncomingParser.WeCom.Parse(payload).Raw.ToArray());
    }

    [Fact]
    public void Parse_ByteOrderMark_IsNoObstacle()
    {
        byte[] document = [.. "\uFEFF<xml><MsgType>text</MsgType><Content>你好</Content></xml>"u8];
        var text = Assert.IsType<TextMessage>(IncomingParser.WeCom.Parse(document));
        Assert.Equal("你好", text.Content);
        Assert.Equal("你好", text.Field("Content"));
    }

    [Theory]
    [InlineData("Content", "你好")]
    [InlineData("content", "你好")]
    [InlineData("Empty", "")]
    [InlineData("Nested", "")]
    [InlineData("Inner", null)]
    [InlineData("内容", "中文名")]
    [InlineData("", null)]
    public void Field_AnyName_IsItsTextOrNull(string name, string? expected)
    {
        byte[] document = [.. "<xml><MsgType>text</MsgType><Content>你好</Content><Empty/><Nested><Inner>x</Inner></Nested><内容>中文名</内容></xml>"u8];
        Assert.Equal(expected, IncomingParser.WeCom.Parse(document).Field(name));
    }

    [Fact]
    public void Field_RecordMadeByHand_HasNone() => Assert.Null(new TextMessage { Content = "你好" }.Field("Content"));

    [Theory]
    [InlineData("<xml><MsgType>text</MsgType><Content>", "</Content></xml>", 10_000_000)]
    [InlineData("<xml><MsgType>hologram</MsgType><Content>", "</Content></xml>", 10_000_000)]
    public void Parse_LongText_IsKeptWhole(string start, string end, int length)
    {
        var document = Encoding.UTF8.GetBytes(start + new string('a', length) + end);
        Assert.Equal(length, IncomingParser.WeCom.Parse(document).Field("Content")!.Length);
    }

    [Theory]
    [InlineData(new byte[] { }, "the body is neither XML nor JSON")]
    [InlineData(new byte[] { 0xFF, 0xFE }, "the body is neither XML nor JSON")]
    [InlineData(new byte[] { (byte)'<', 0xFF, 0xFE }, "the XML is not valid UTF-8")]
    [InlineData(new byte[] { (byte)' ', (byte)'{', 0xFF, 0xFE }, "the JSON is not valid UTF-8")]
    [InlineData(new byte[] { (byte)'[', (byte)']' }, "the body is not a JSON object")]
    public void Parse_NotADocument_IsUnreadable(byte[] document, string reason)
    {
        var unreadable = Assert.IsType<UnreadableMessage>(IncomingParser.WeCom.Parse(document));
        Assert.Equal(reason, unreadable.Reason);
        Assert.Equal(document, unreadable.Raw.ToArray());
    }

    [Fact]
    public void Parse_DeepNesting_IsUnreadable()
    {
        var document = string.Concat(Enumerable.Repeat("<a>", 100)) + string.Concat(Enumerable.Repeat("</a>", 100));
        Assert.IsType<UnreadableMessage>(IncomingParser.WeCom.Parse(Encoding.UTF8.GetBytes(document)));
    }

    [Theory]
    [InlineData("<Event>enter_agent</Event>", typeof(Hongyan.WeCom.EnterAgentEvent))]
    [InlineData("<Event> enter_agent\n</Event>", typeof(Hongyan.WeCom.EnterAgentEvent))]
    [InlineData("<Event>ENTER_AGENT</Event>", typeof(Hongyan.WeCom.EnterAgentEvent))]
    [InlineData("<Event>enter_agent_</Event>", typeof(UnknownEvent))]
    [InlineData("<Event>企业</Event>", typeof(UnknownEvent))]
    [InlineData("<Event></Event>", typeof(UnknownEvent))]
    [InlineData("", typeof(UnknownEvent))]
    public void Parse_EventName_FindsItsRecord(string element, Type expected) =>
        Assert.IsType(expected, IncomingParser.WeCom.Parse(Encoding.UTF8.GetBytes($"<xml><MsgType>event</MsgType>{element}</xml>")));

    [Theory]
    [InlineData("{\"MsgType\":\"text\",\"Content\":\"你好\"}", typeof(TextMessage))]
    [InlineData(" \n{\"msgtype\":\"TEXT\"}", typeof(TextMessage))]
    [InlineData("{\"MsgType\":\"event\",\"Event\":\"subscribe\"}", typeof(SubscribeEvent))]
    [InlineData("{\"MsgType\":\"hologram\"}", typeof(UnknownMessage))]
    [InlineData("{\"MsgType\":{}}", typeof(UnknownMessage))]
    [InlineData("{\"MsgType\":\"event\",\"Event\":{\"eventtype\":\"tomorrow\"}}", typeof(UnknownEvent))]
    [InlineData("{\"InfoType\":\"tomorrow\"}", typeof(UnknownEvent))]
    [InlineData("<xml><InfoType>tomorrow</InfoType></xml>", typeof(UnknownEvent))]
    [InlineData("<xml><InfoType>change_external_contact</InfoType><ChangeType>del_follow_user</ChangeType></xml>", typeof(Hongyan.WeCom.FollowUserDeletedEvent))]
    [InlineData("{}", typeof(UnknownMessage))]
    [InlineData("{]", typeof(UnreadableMessage))]
    [InlineData("\"text\"", typeof(UnreadableMessage))]
    public void Parse_EitherSyntax_FindsItsRecord(string document, Type expected) =>
        Assert.IsType(expected, IncomingParser.WeCom.Parse(Encoding.UTF8.GetBytes(document)));

    [Theory]
    [InlineData("{\"MsgType\":\"event\",\"Event\":\"tomorrow\"}")]
    [InlineData("{\"msgtype\":\"event\",\"event\":{\"eventtype\":\"tomorrow\"}}")]
    [InlineData("<xml><SuiteId>ww1</SuiteId><InfoType>tomorrow</InfoType></xml>")]
    [InlineData("{\"event_type\":\"tomorrow\",\"timestamp\":1700000000,\"tomorrow\":{}}")]
    public void Parse_UnknownEvent_KeepsItsName(string document) =>
        Assert.Equal("tomorrow", Assert.IsType<UnknownEvent>(IncomingParser.WeCom.Parse(Encoding.UTF8.GetBytes(document))).EventType);

    [Theory]
    [InlineData("<xml><ToUserName>a</ToUserName><FromUserName>b</FromUserName><CreateTime>1700000000</CreateTime></xml>")]
    [InlineData("{\"ToUserName\":\"a\",\"FromUserName\":\"b\",\"CreateTime\":1700000000}")]
    [InlineData("<xml><SuiteId>a</SuiteId><AuthCorpId>b</AuthCorpId><InfoType>c</InfoType><TimeStamp>1700000000</TimeStamp></xml>")]
    [InlineData("<xml><ServiceCorpId>a</ServiceCorpId><AuthCorpId>b</AuthCorpId><InfoType>c</InfoType><TimeStamp>1700000000</TimeStamp></xml>")]
    [InlineData("<xml><AppId>a</AppId><AuthorizerAppid>b</AuthorizerAppid><InfoType>c</InfoType><CreateTime>1700000000</CreateTime></xml>")]
    [InlineData("{\"aibotid\":\"a\",\"from\":{\"userid\":\"b\"},\"create_time\":1700000000}")]
    public void Parse_AnyHeader_SaysWhoAndWhen(string document)
    {
        var incoming = IncomingParser.WeCom.Parse(Encoding.UTF8.GetBytes(document));
        Assert.Equal("a", incoming.ToUser);
        Assert.Equal("b", incoming.FromUser);
        Assert.Equal(1700000000, incoming.CreatedAt.ToUnixTimeSeconds());
    }

    [Fact]
    public void Parse_VeryLongEventName_IsUnknown()
    {
        var name = new string('e', 100_000);
        var document = Encoding.UTF8.GetBytes($"<xml><MsgType>event</MsgType><Event>{name}</Event></xml>");
        Assert.Equal(name, Assert.IsType<UnknownEvent>(IncomingParser.WeCom.Parse(document)).EventType);
    }

    [Fact]
    public void Parse_AnyBytes_NeverThrows() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), document => Assert.NotNull(IncomingParser.WeCom.Parse(document))).Hold();

    [Fact]
    public void Parse_AnyMarkup_NeverThrows() =>
        Prop.ForAll(Texts.NearlyXml(), document => Read(Encoding.UTF8.GetBytes(document))).Hold();

    [Fact]
    public void Parse_AnyJson_NeverThrows() =>
        Prop.ForAll(Texts.NearlyJson(), document => Read(Encoding.UTF8.GetBytes(document))).Hold();

    [Fact]
    public void Parse_DamagedPayloads_NeverThrows() => Prop.ForAll(
        Arb.From(
            from name in Gen.Elements(Corpus.Names.ToArray())
            from document in Texts.Damaged(Corpus.Payload(name))
            select (Name: name, Document: document)),
        damaged => Read(damaged.Document, Corpus.ParserOf(damaged.Name))).Hold(5000);

    [Fact]
    public void Parse_PayloadsCutAnywhere_IsUnreadableUntilTheLastByte()
    {
        foreach (var name in Corpus.ReadableNames)
        {
            var payload = Corpus.Payload(name);
            for (var length = 0; length < payload.Length; length++)
                Assert.IsType<UnreadableMessage>(Corpus.ParserOf(name).Parse(payload.AsMemory(0, length)));
        }
    }

    /// <summary>Parses and reads whatever there is to read.</summary>
    private static void Read(byte[] document, IncomingParser? parser = null)
    {
        var incoming = (parser ?? IncomingParser.WeCom).Parse(document);
        Assert.NotEmpty(incoming.ToString());
        Assert.Null(incoming.Field("no such field"));
        _ = incoming.Field("Content");
    }
}
