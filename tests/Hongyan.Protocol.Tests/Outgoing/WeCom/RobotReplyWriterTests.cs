using System.Buffers;
using System.Text;
using System.Text.Json;
using Hongyan.WeCom;
using Arrival = Hongyan.Incoming;

namespace Hongyan.Tests.Outgoing.WeCom;

public class RobotReplyWriterTests
{
    private static readonly TextMessage Message = new() { Content = "问" };
    private static readonly TextNoticeCard Card = new() { MainTitle = new CardTitle("标题"), Action = "https://example.com", TaskId = "task-1" };

    [Fact]
    public void WriteStream_Snapshot_IsTheDocumentsJson() =>
        Assert.Equal("""{"msgtype":"stream","stream":{"id":"s1","finish":false,"content":"hi"}}""", Snapshot("s1", "hi", isFinished: false));

    [Fact]
    public void WriteStream_Quotes_AreEscapedAndChineseIsNot() =>
        Assert.Equal("""{"msgtype":"stream","stream":{"id":"s1","finish":true,"content":"他说\"好\"\n<b>&amp;"}}""", Snapshot("s1", "他说\"好\"\n<b>&amp;", isFinished: true));

    [Fact]
    public void Write_TextForAMessage_IsAFinishedStream() =>
        Assert.Equal("""{"msgtype":"stream","stream":{"id":"S","finish":true,"content":"答"}}""", Written("答", Message));

    [Fact]
    public void Write_TextForWhoOpensTheChat_IsText() =>
        Assert.Equal("""{"msgtype":"text","text":{"content":"欢迎"}}""", Written("欢迎", new EnterChatEvent()));

    [Fact]
    public void Write_CardForAMessage_IsACard() =>
        Assert.Equal(
            """{"msgtype":"template_card","template_card":{"card_type":"text_notice","task_id":"task-1","main_title":{"title":"标题"},"card_action":{"type":1,"url":"https://example.com"},"feedback":{"id":"f1"}}}""",
            Written(new TemplateCardReply(Card) { FeedbackId = "f1" }, Message));

    [Fact]
    public void Write_CardWhileStreaming_EndsTheStreamWithIt()
    {
        var json = Parsed(new TemplateCardReply(Card), Message, isStreaming: true);

        Assert.Equal("stream_with_template_card", json.GetProperty("msgtype").GetString());
        Assert.Equal("""{"id":"S","finish":true,"content":""}""", json.GetProperty("stream").GetRawText());
        Assert.Equal("task-1", json.GetProperty("template_card").GetProperty("task_id").GetString());
    }

    [Fact]
    public void Write_StreamWithEverything_HasPicturesFeedbackAndCard()
    {
        byte[] picture = [0xFF, 0xD8, 0xFF, 1];
        var json = Parsed(new StreamReply("看") { Pictures = [picture], Card = Card, FeedbackId = "f1" }, Message);

        var stream = json.GetProperty("stream");
        Assert.Equal("stream_with_template_card", json.GetProperty("msgtype").GetString());
        Assert.True(stream.GetProperty("finish").GetBoolean());
        var image = stream.GetProperty("msg_item")[0].GetProperty("image");
        Assert.Equal(picture, image.GetProperty("base64").GetBytesFromBase64());
        Assert.Equal("f00aa206b0e4c6feb7ba97f51b638245", image.GetProperty("md5").GetString());
        Assert.Equal("f1", stream.GetProperty("feedback").GetProperty("id").GetString());
        Assert.Equal("text_notice", json.GetProperty("template_card").GetProperty("card_type").GetString());
    }

    [Fact]
    public void Write_FeedbackWhileStreaming_IsLeftOut() =>
        Assert.False(Parsed(new StreamReply("看") { FeedbackId = "f1" }, Message, isStreaming: true).GetProperty("stream").TryGetProperty("feedback", out _));

    [Fact]
    public void Write_CardUpdate_KeepsTheTaskIdOfTheClick()
    {
        var json = Parsed(new UpdateTemplateCardReply(Card) { UserIds = ["zhangsan", "lisi"] }, new TemplateCardEvent { TaskId = "sent" });

        Assert.Equal("update_template_card", json.GetProperty("response_type").GetString());
        Assert.Equal("""["zhangsan","lisi"]""", json.GetProperty("userids").GetRawText());
        Assert.Equal("sent", json.GetProperty("template_card").GetProperty("task_id").GetString());
    }

    [Fact]
    public void Write_QuestionInACard_IsAJumpOfTypeThree()
    {
        var card = Card with { Jumps = [new CardJump("再问") { Question = "明天呢？" }] };

        Assert.Equal(
            """[{"type":3,"question":"明天呢？","title":"再问"}]""",
            Parsed(new TemplateCardReply(card), Message).GetProperty("template_card").GetProperty("jump_list").GetRawText());
    }

    public static TheoryData<Arrival, Reply, bool> Answers => new()
    {
        { Message, "答", true },
        { Message, new StreamReply("答"), true },
        { Message, new TemplateCardReply(Card), true },
        { Message, new UpdateTemplateCardReply(Card), false },
        { Message, new ImageReply("MEDIA"), false },
        { Message, new NewsReply(), false },
        { new EnterChatEvent(), "欢迎", true },
        { new EnterChatEvent(), new TemplateCardReply(Card), true },
        { new EnterChatEvent(), new StreamReply("欢迎"), false },
        { new TemplateCardEvent(), new UpdateTemplateCardReply(Card), true },
        { new TemplateCardEvent(), "好", false },
        { new UnknownEvent(), "好", false },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public void CanAnswer_EachPair_IsAsTheDocumentsSay(Arrival incoming, Reply reply, bool expected)
    {
        Assert.Equal(expected, RobotReplyWriter.CanAnswer(incoming, reply));
        if (!expected)
            Assert.Throws<ArgumentException>(() => Written(reply, incoming));
    }

    [Theory]
    [InlineData(StreamReply.MaxBytes, true)]
    [InlineData(StreamReply.MaxBytes + 1, false)]
    public void Write_TextAtTheLimit_IsTakenAndOneByteMoreIsNot(int bytes, bool isTaken)
    {
        var text = new string('长', bytes / 3) + new string('a', bytes % 3);
        if (isTaken)
            Assert.Contains(text, Written(text, Message), StringComparison.Ordinal);
        else
            Assert.Equal("TextReply.Content", Assert.Throws<FieldLimitException>(() => Written(text, Message)).Field);
    }

    public static TheoryData<string, Reply> TooMuch => new()
    {
        { "StreamReply.Content", new StreamReply(new string('a', StreamReply.MaxBytes + 1)) },
        { "StreamReply.Content, Pictures, Card", new StreamReply("") },
        { "StreamReply.FeedbackId", new StreamReply("a") { FeedbackId = new string('f', 257) } },
        { "StreamReply.Pictures", new StreamReply("a") { Pictures = [.. Enumerable.Repeat(new ReadOnlyMemory<byte>([1]), 11)] } },
        { "StreamReply.Pictures[0] (bytes)", new StreamReply("a") { Pictures = [ReadOnlyMemory<byte>.Empty] } },
        { "TemplateCardReply.FeedbackId", new TemplateCardReply(Card) { FeedbackId = new string('f', 257) } },
        { "TextNoticeCard.Jumps[0].Question", new TemplateCardReply(Card with { Jumps = [new CardJump("问") { Question = new string('q', 201) }] }) },
        { "TextNoticeCard.Jumps[0].Link, Question", new TemplateCardReply(Card with { Jumps = [new CardJump("问", "https://example.com") { Question = "q" }] }) },
    };

    [Theory]
    [MemberData(nameof(TooMuch))]
    public void Write_MoreThanThePlatformTakes_NamesTheFieldAndWritesNothing(string field, Reply reply)
    {
        var output = new ArrayBufferWriter<byte>();

        Assert.Equal(field, Assert.Throws<FieldLimitException>(() => RobotReplyWriter.Write(reply, Message, "S", false, output)).Field);
        Assert.Equal(0, output.WrittenCount);
    }

    private static string Snapshot(string id, string content, bool isFinished)
    {
        var output = new ArrayBufferWriter<byte>();
        RobotReplyWriter.WriteStream(id, content, isFinished, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static string Written(Reply reply, Arrival incoming, bool isStreaming = false)
    {
        var output = new ArrayBufferWriter<byte>();
        RobotReplyWriter.Write(reply, incoming, "S", isStreaming, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static JsonElement Parsed(Reply reply, Arrival incoming, bool isStreaming = false) =>
        JsonDocument.Parse(Written(reply, incoming, isStreaming)).RootElement;
}
