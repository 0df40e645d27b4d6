using System.Text;

namespace Hongyan.Testing.Tests.WeCom;

public sealed class ReplyReaderTests
{
    [Fact]
    public void Read_Text_IsTheReply()
    {
        var reply = Read("<MsgType>text</MsgType><Content><![CDATA[你好\r\n再见]]></Content>");

        Assert.Equal((BotReplyKind.Text, "你好\n再见", true), (reply.Kind, reply.Text, reply.IsShown));
    }

    [Theory]
    [InlineData("<MsgType>music</MsgType>", "The reply has the MsgType 'music', which the platform does not know.")]
    [InlineData("<MsgType>text</MsgType>", "The Content of the reply is missing or empty.")]
    [InlineData("<MsgType>text</MsgType><Content></Content>", "The Content of the reply is missing or empty.")]
    [InlineData("<MsgType>image</MsgType><MediaId>m</MediaId>", "The MediaId of the reply is missing or empty.")]
    [InlineData("<MsgType>update_button</MsgType><Button/>", "The ReplaceName of the reply is missing or empty.")]
    [InlineData("<MsgType>update_template_card</MsgType><TemplateCard/>", "The CardType of the reply is missing or empty.")]
    [InlineData("<MsgType>news</MsgType><ArticleCount>0</ArticleCount>", "The reply says ArticleCount 0 and has 0 articles; the platform takes 1 to 8, and the count must fit.")]
    [InlineData("<MsgType>news</MsgType><ArticleCount>2</ArticleCount><Articles><item><Title>a</Title></item></Articles>", "The reply says ArticleCount 2 and has 1 articles; the platform takes 1 to 8, and the count must fit.")]
    [InlineData("<MsgType>news</MsgType><ArticleCount>1</ArticleCount><Articles><item><Url>a</Url></item></Articles>", "The Title of the reply is missing or empty.")]
    public void Read_BodyThatThePlatformWouldNotTake_SaysWhatIsWrong(string body, string message) =>
        Assert.Equal(message, Assert.Throws<BotTestException>(() => Read(body)).Message);

    [Theory]
    [InlineData("<xml><ToUserName>lisi</ToUserName></xml>", "The reply has the ToUserName 'lisi'; the platform takes 'zhangsan' only.")]
    [InlineData("<xml><ToUserName>zhangsan</ToUserName></xml>", "The reply has the FromUserName ''; the platform takes 'corp' only.")]
    [InlineData("<xml><ToUserName>zhangsan</ToUserName><FromUserName>corp</FromUserName><CreateTime>now</CreateTime></xml>", "The reply has no CreateTime in Unix seconds.")]
    [InlineData("<!DOCTYPE xml [<!ENTITY a 'b'>]><xml>&a;</xml>", "The decrypted reply is not XML: ")]
    [InlineData("pong", "The decrypted reply is not XML: ")]
    public void Read_WrongHeader_SaysWhatIsWrong(string document, string message) =>
        Assert.StartsWith(message, Assert.Throws<BotTestException>(
            () => ReplyReader.Read(Encoding.UTF8.GetBytes(document), "zhangsan", "corp", ReplyPolicy.Messages)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, false)]
    [InlineData(true, true, true)]
    public void Read_CardUpdate_IsShownWhereThePlatformShowsIt(bool messages, bool cardUpdates, bool isShown)
    {
        var policy = (messages ? ReplyPolicy.Messages : ReplyPolicy.None) | (cardUpdates ? ReplyPolicy.CardUpdates : ReplyPolicy.None);

        Assert.Equal(isShown, Read("<MsgType>update_button</MsgType><Button><ReplaceName>好</ReplaceName></Button>", policy).IsShown);
    }

    private static BotReply Read(string body, ReplyPolicy shows = ReplyPolicy.Messages) => ReplyReader.Read(
        Encoding.UTF8.GetBytes($"<xml><ToUserName>zhangsan</ToUserName><FromUserName>corp</FromUserName><CreateTime>1700000000</CreateTime>{body}</xml>"),
        "zhangsan", "corp", shows);
}
