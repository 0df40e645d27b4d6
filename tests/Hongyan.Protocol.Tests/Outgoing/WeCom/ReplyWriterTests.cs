using System.Buffers;
using Hongyan.OfficialAccount;
using Hongyan.WeCom;
using ReplyWriter = Hongyan.WeCom.ReplyWriter;

namespace Hongyan.Tests.Outgoing.WeCom;

public class ReplyWriterTests
{
    private const string Head =
        "<xml><ToUserName><![CDATA[lisi]]></ToUserName><FromUserName><![CDATA[ww0123456789abcdef]]></FromUserName><CreateTime>1700000101</CreateTime>";

    [Fact]
    public void Write_Text_IsThePlatformsXml() =>
        Assert.Equal(
            Head + "<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[你好 & <b>]]></Content></xml>",
            ReplyXml.Write(new TextReply("你好 & <b>")));

    [Fact]
    public void Write_Image_HasTheMediaId() =>
        Assert.Equal(
            Head + "<MsgType><![CDATA[image]]></MsgType><Image><MediaId><![CDATA[1SIM]]></MediaId></Image></xml>",
            ReplyXml.Write(new ImageReply("1SIM")));

    [Fact]
    public void Write_Voice_HasTheMediaId() =>
        Assert.Equal(
            Head + "<MsgType><![CDATA[voice]]></MsgType><Voice><MediaId><![CDATA[1SIM]]></MediaId></Voice></xml>",
            ReplyXml.Write(new VoiceReply("1SIM")));

    [Fact]
    public void Write_Video_HasTitleAndDescription() =>
        Assert.Equal(
            Head + "<MsgType><![CDATA[video]]></MsgType><Video><MediaId><![CDATA[1SIM]]></MediaId><Title><![CDATA[标题]]></Title><Description><![CDATA[描述]]></Description></Video></xml>",
            ReplyXml.Write(new VideoReply("1SIM") { Title = "标题", Description = "描述" }));

    [Fact]
    public void Write_VideoWithoutTitle_HasNoTitle() =>
        Assert.Null(ReplyXml.Read(new VideoReply("1SIM")).Element("Video")!.Element("Title"));

    [Fact]
    public void Write_News_CountsItsArticles() =>
        Assert.Equal(
            Head + "<MsgType><![CDATA[news]]></MsgType><ArticleCount>2</ArticleCount><Articles>"
            + "<item><Title><![CDATA[BUG-42]]></Title><Description><![CDATA[登录失败]]></Description><PicUrl><![CDATA[]]></PicUrl><Url><![CDATA[https://jira.example/42]]></Url></item>"
            + "<item><Title><![CDATA[BUG-43]]></Title><Description><![CDATA[]]></Description><PicUrl><![CDATA[https://p.example/1.png]]></PicUrl><Url><![CDATA[]]></Url></item>"
            + "</Articles></xml>",
            ReplyXml.Write(new NewsReply(
                new NewsArticle { Title = "BUG-42", Description = "登录失败", Url = "https://jira.example/42" },
                new NewsArticle { Title = "BUG-43", PictureUrl = "https://p.example/1.png" })));

    [Fact]
    public void Write_UpdateButton_HasTheNewText() =>
        Assert.Equal(
            Head + "<MsgType><![CDATA[update_button]]></MsgType><Button><ReplaceName><![CDATA[已提交]]></ReplaceName></Button></xml>",
            ReplyXml.Write(new UpdateButtonReply("已提交")));

    [Fact]
    public void Write_UpdateTaskCard_HasTheNewText() =>
        Assert.Equal(
            Head + "<MsgType><![CDATA[update_taskcard]]></MsgType><TaskCard><ReplaceName><![CDATA[已处理]]></ReplaceName></TaskCard></xml>",
            ReplyXml.Write(new UpdateTaskCardReply("已处理")));

    [Fact]
    public void Write_UpdateTemplateCard_IsThePlatformsXml() =>
        Assert.Equal(
            Head + "<MsgType><![CDATA[update_template_card]]></MsgType><TemplateCard><CardType><![CDATA[text_notice]]></CardType>"
            + "<MainTitle><Title><![CDATA[已受理]]></Title></MainTitle>"
            + "<CardAction><Type>1</Type><Url><![CDATA[https://jira.example/42]]></Url></CardAction></TemplateCard></xml>",
            ReplyXml.Write(new UpdateTemplateCardReply(new TextNoticeCard { MainTitle = "已受理", Action = "https://jira.example/42" })));

    [Fact]
    public void Write_EndOfCData_ReadsBackAsWritten() =>
        Assert.Equal("a]]>b]]]>>c", ReplyXml.Read(new TextReply("a]]>b]]]>>c")).Text("Content"));

    [Fact]
    public void Write_ForbiddenCharacters_AreReplaced() =>
        Assert.Equal("a b�c\td", ReplyXml.Read(new TextReply("a\0b\uFFFEc\td")).Text("Content"));

    [Fact]
    public void Write_LoneSurrogate_IsReplaced() =>
        Assert.Equal("a�b", ReplyXml.Read(new TextReply("a\uD83Db")).Text("Content"));

    [Fact]
    public void Write_None_Throws()
    {
        var output = new ArrayBufferWriter<byte>();
        Assert.Throws<ArgumentException>(() => ReplyWriter.Write(Reply.None, ReplyXml.Header, output));
        Assert.Equal(0, output.WrittenCount);
    }

    [Fact]
    public void Write_OverTheLimit_WritesNothing()
    {
        var output = new ArrayBufferWriter<byte>();
        Assert.Throws<FieldLimitException>(() => ReplyWriter.Write(new TextReply(new string('a', 2049)), ReplyXml.Header, output));
        Assert.Equal(0, output.WrittenCount);
    }

    [Fact]
    public void Write_KindOfAnOfficialAccount_SaysWhichKindsThereAre()
    {
        var refused = Assert.Throws<HongyanException>(() => ReplyXml.Write(new MusicReply("t1")));

        Assert.Equal("MusicReply is no passive reply of WeCom (企业微信), which takes text, image, voice, video, news and card updates. Return one of these here.", refused.Message);
    }

    [Fact]
    public void Write_TemplateCard_SaysHowItIsSent()
    {
        var card = new TemplateCardReply(new TextNoticeCard { MainTitle = new("值班"), Action = "https://example.com" });

        var refused = Assert.Throws<HongyanException>(() => ReplyXml.Write(card));

        Assert.EndsWith("Send it as a message of its own: await ctx.SendAsync(card).", refused.Message, StringComparison.Ordinal);
    }
}
