using System.Text.Json.Nodes;

namespace Hongyan.Testing.Tests.WeCom.Robots;

public sealed class RobotReplyReaderTests
{
    [Theory]
    [InlineData("{}", "The answer has the msgtype '', which the platform does not know.")]
    [InlineData("""{"msgtype":"image"}""", "The answer has the msgtype 'image', which the platform does not know.")]
    [InlineData("""{"msgtype":"stream"}""", "The stream of the answer is missing.")]
    [InlineData("""{"msgtype":"stream","stream":{"finish":true}}""", "The id of the answer is missing or empty.")]
    [InlineData("""{"msgtype":"stream","stream":{"id":"s","msg_item":[{"msgtype":"image"}]}}""", "The stream has pictures (msg_item) before its end; the platform takes them with finish only.")]
    [InlineData("""{"msgtype":"text","text":{"content":"好"}}""", "The platform takes no text as the answer to this.")]
    [InlineData("""{"response_type":"update_template_card","template_card":{}}""", "The platform takes no update_template_card as the answer to this.")]
    [InlineData("""{"response_type":"delete"}""", "The answer has the response_type 'delete', which the platform does not know.")]
    public void Read_AnswerToAMessage_ThatThePlatformWouldNotTake_SaysWhatIsWrong(string answer, string message) =>
        Assert.Equal(message, Assert.Throws<BotTestException>(() => Read(ReplyPolicy.Messages, answer)).Message);

    [Fact]
    public void Read_TooLong_SaysHowLong()
    {
        var answer = new JsonObject { ["msgtype"] = "stream", ["stream"] = new JsonObject { ["id"] = "s", ["content"] = new string('长', 6827) } };

        Assert.Equal("The stream has 20481 bytes; the platform takes 20480.", Assert.Throws<BotTestException>(() => Read(ReplyPolicy.Messages, answer.ToJsonString())).Message);
    }

    [Fact]
    public void Read_AnotherStreamThanBefore_SaysWhich()
    {
        var reader = new RobotReplyReader(ReplyPolicy.Messages);
        reader.Read(Parse("""{"msgtype":"stream","stream":{"id":"a","content":"1","feedback":{"id":"f"}}}"""));

        Assert.Equal(
            "The stream is called 'b' now and was called 'a'.",
            Assert.Throws<BotTestException>(() => reader.Read(Parse("""{"msgtype":"stream","stream":{"id":"b","content":"2"}}"""))).Message);
        var end = reader.Read(Parse("""{"msgtype":"stream","stream":{"id":"a","content":"1","finish":true,"feedback":{"id":"late"}}}"""));
        Assert.Equal(("f", true, "1"), (end.FeedbackId, end.IsFinished, string.Join('|', end.Snapshots)));
    }

    [Fact]
    public void Read_Greeting_IsTextOrACardButNoStream()
    {
        Assert.Equal("好", Read(ReplyPolicy.Greetings, """{"msgtype":"text","text":{"content":"好"}}""").Text);
        Assert.Equal(BotReplyKind.TemplateCard, Read(ReplyPolicy.Greetings, """{"msgtype":"template_card","template_card":{"card_type":"text_notice"}}""").Kind);
        Assert.Throws<BotTestException>(() => Read(ReplyPolicy.Greetings, """{"msgtype":"stream","stream":{"id":"s","finish":true}}"""));
        Assert.Throws<BotTestException>(() => Read(ReplyPolicy.None, """{"msgtype":"text","text":{"content":"好"}}"""));
    }

    private static BotReply Read(ReplyPolicy shows, string answer) => new RobotReplyReader(shows).Read(Parse(answer));

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
