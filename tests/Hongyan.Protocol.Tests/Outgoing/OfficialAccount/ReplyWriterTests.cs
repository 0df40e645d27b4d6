using System.Buffers;
using System.Text;
using System.Xml.Linq;
using Hongyan.OfficialAccount;
using Hongyan.Protocol;
using Hongyan.WeCom;
using ReplyWriter = Hongyan.OfficialAccount.ReplyWriter;

namespace Hongyan.Tests.Outgoing.OfficialAccount;

public class ReplyWriterTests
{
    private const string Head =
        "<xml><ToUserName><![CDATA[oA1]]></ToUserName><FromUserName><![CDATA[gh_1]]></FromUserName><CreateTime>1700000101</CreateTime>";

    private static readonly ReplyHeader ToMessage = new("oA1", "gh_1", DateTimeOffset.FromUnixTimeSeconds(1700000101));
    private static readonly ReplyHeader ToEvent = ToMessage with { AnswersEvent = true };
    private static readonly NewsArticle Article = new() { Title = "通知", Url = "https://school.example/1" };

    private static string Write(Reply reply, ReplyHeader? header = null)
    {
        var output = new ArrayBufferWriter<byte>();
        try
        {
            ReplyWriter.Write(reply, header ?? ToMessage, output);
        }
        finally
        {
            Assert.True(output.WrittenCount == 0 || Encoding.UTF8.GetString(output.WrittenSpan).EndsWith("</xml>", StringComparison.Ordinal));
        }
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    public static TheoryData<Reply, string> Kinds => new()
    {
        { new TextReply("你好 & <b>"), "<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[你好 & <b>]]></Content>" },
        { new ImageReply("m1"), "<MsgType><![CDATA[image]]></MsgType><Image><MediaId><![CDATA[m1]]></MediaId></Image>" },
        { new VoiceReply("m1"), "<MsgType><![CDATA[voice]]></MsgType><Voice><MediaId><![CDATA[m1]]></MediaId></Voice>" },
        { new VideoReply("m1") { Title = "标题" }, "<MsgType><![CDATA[video]]></MsgType><Video><MediaId><![CDATA[m1]]></MediaId><Title><![CDATA[标题]]></Title></Video>" },
        {
            new MusicReply("t1") { Title = "歌", Description = "词", MusicUrl = "https://m.example/1.mp3", HighQualityMusicUrl = "https://m.example/hq.mp3" },
            "<MsgType><![CDATA[music]]></MsgType><Music><Title><![CDATA[歌]]></Title><Description><![CDATA[词]]></Description>"
            + "<MusicUrl><![CDATA[https://m.example/1.mp3]]></MusicUrl><HQMusicUrl><![CDATA[https://m.example/hq.mp3]]></HQMusicUrl><ThumbMediaId><![CDATA[t1]]></ThumbMediaId></Music>"
        },
        { new MusicReply("t1"), "<MsgType><![CDATA[music]]></MsgType><Music><ThumbMediaId><![CDATA[t1]]></ThumbMediaId></Music>" },
        {
            new NewsReply(Article),
            "<MsgType><![CDATA[news]]></MsgType><ArticleCount>1</ArticleCount><Articles><item><Title><![CDATA[通知]]></Title><Description><![CDATA[]]></Description>"
            + "<PicUrl><![CDATA[]]></PicUrl><Url><![CDATA[https://school.example/1]]></Url></item></Articles>"
        },
        { new TransferCustomerServiceReply(), "<MsgType><![CDATA[transfer_customer_service]]></MsgType>" },
        {
            new TransferCustomerServiceReply { ServiceAccount = "tutor1@school" },
            "<MsgType><![CDATA[transfer_customer_service]]></MsgType><TransInfo><KfAccount><![CDATA[tutor1@school]]></KfAccount></TransInfo>"
        },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Write_EachKind_IsThePlatformsXml(Reply reply, string body) => Assert.Equal($"{Head}{body}</xml>", Write(reply));

    [Fact]
    public void Write_EightArticlesToAnEvent_AreCounted() =>
        Assert.Equal("8", XElement.Parse(Write(new NewsReply([.. Enumerable.Repeat(Article, 8)]), ToEvent)).Element("ArticleCount")!.Value);

    public static TheoryData<Reply, bool, string, double, double> TooMuch => new()
    {
        { new TextReply(""), false, "TextReply.Content", 1, 0 },
        { new TextReply(new string('长', 683)), false, "TextReply.Content", 2048, 2049 },
        { new ImageReply(""), false, "ImageReply.MediaId", 1, 0 },
        { new VoiceReply(""), false, "VoiceReply.MediaId", 1, 0 },
        { new VideoReply(""), false, "VideoReply.MediaId", 1, 0 },
        { new MusicReply("") { MusicUrl = "https://m.example/1.mp3" }, false, "MusicReply.ThumbMediaId", 1, 0 },
        { new NewsReply(), true, "NewsReply.Articles", 1, 0 },
        { new NewsReply(Article, Article), false, "NewsReply.Articles", 1, 2 },
        { new NewsReply([.. Enumerable.Repeat(Article, 9)]), true, "NewsReply.Articles", 8, 9 },
        { new NewsReply(Article with { Title = "" }), false, "NewsReply.Articles[0].Title", 1, 0 },
    };

    [Theory]
    [MemberData(nameof(TooMuch))]
    public void Write_TooMuchOrNothing_IsRefusedWithTheField(Reply reply, bool answersEvent, string field, double limit, double actual)
    {
        var refused = Assert.Throws<FieldLimitException>(() => Write(reply, answersEvent ? ToEvent : ToMessage));

        Assert.Equal((field, limit, actual), (refused.Field, refused.Limit, refused.Actual));
        Assert.Contains("developers.weixin.qq.com", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_KindOfWeCom_SaysWhichKindsThereAre()
    {
        var refused = Assert.Throws<HongyanException>(() => Write(new UpdateButtonReply("已提交")));

        Assert.Equal(
            "UpdateButtonReply is no passive reply of an Official Account (公众号), which takes text, image, voice, video, music, news and the transfer to customer service. Return one of these here.",
            refused.Message);
    }

    [Fact]
    public void Write_None_Throws() => Assert.Throws<ArgumentException>(() => Write(Reply.None));
}
