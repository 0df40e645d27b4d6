using System.Xml.Linq;
using Hongyan.Simulator.Tests.Fakes;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Tests;

public sealed class PlaintextTests
{
    private const string Head =
        "<xml><ToUserName><![CDATA[ww2075aefc195e57e9]]></ToUserName><FromUserName><![CDATA[zhangsan]]></FromUserName>"
        + "<CreateTime>1700000000</CreateTime><MsgType><![CDATA[{0}]]></MsgType>";

    private const string Tail = "<AgentID>1000002</AgentID></xml>";

    public static TheoryData<MemberEvent, string> Events() => new()
    {
        { new() { Event = "enter_agent" }, "<EventKey><![CDATA[]]></EventKey>" },
        { new() { Event = "subscribe" }, "<EventKey><![CDATA[]]></EventKey>" },
        { new() { Event = "unsubscribe" }, "<EventKey><![CDATA[]]></EventKey>" },
        {
            new() { Event = "LOCATION", Latitude = 31.5, Longitude = -121.25, Precision = 40 },
            "<Latitude>31.5</Latitude><Longitude>-121.25</Longitude><Precision>40</Precision><AppType><![CDATA[wxwork]]></AppType>"
        },
        { new() { Event = "click", EventKey = "grades" }, "<EventKey><![CDATA[grades]]></EventKey>" },
        { new() { Event = "view", EventKey = "https://example.com/?a=1&b=2" }, "<EventKey><![CDATA[https://example.com/?a=1&b=2]]></EventKey>" },
        { new() { Event = "view_miniprogram", EventKey = "pages/a?b=1" }, "<EventKey><![CDATA[pages/a?b=1]]></EventKey>" },
        { new() { Event = "scancode_push", EventKey = "k", ScanType = "barcode", ScanResult = "EAN_13,6901" }, Scan },
        { new() { Event = "scancode_waitmsg", EventKey = "k", ScanType = "barcode", ScanResult = "EAN_13,6901" }, Scan },
        { new() { Event = "pic_sysphoto", EventKey = "k", PicMd5Sums = ["a", "b"] }, Pictures },
        { new() { Event = "pic_photo_or_album", EventKey = "k", PicMd5Sums = ["a", "b"] }, Pictures },
        { new() { Event = "pic_weixin", EventKey = "k", PicMd5Sums = ["a", "b"] }, Pictures },
        {
            new() { Event = "location_select", EventKey = "k", Latitude = 1.5, Longitude = 2.5, Scale = 16, Label = "广州", PoiName = "公园" },
            "<EventKey><![CDATA[k]]></EventKey><SendLocationInfo><Location_X>1.5</Location_X><Location_Y>2.5</Location_Y><Scale>16</Scale>"
            + "<Label><![CDATA[广州]]></Label><Poiname><![CDATA[公园]]></Poiname></SendLocationInfo><AppType><![CDATA[wxwork]]></AppType>"
        },
        {
            new()
            {
                Event = "template_card_event", EventKey = "ok", TaskId = "t", CardType = "multiple_interaction", ResponseCode = "r",
                SelectedItems = [new("q1", ["a", "b"]), new("q2", [])],
            },
            Card("multiple_interaction")
            + "<SelectedItems><SelectedItem><QuestionKey><![CDATA[q1]]></QuestionKey><OptionIds><OptionId><![CDATA[a]]></OptionId>"
            + "<OptionId><![CDATA[b]]></OptionId></OptionIds></SelectedItem>"
            + "<SelectedItem><QuestionKey><![CDATA[q2]]></QuestionKey><OptionIds /></SelectedItem></SelectedItems>"
        },
        {
            new() { Event = "template_card_menu_event", EventKey = "ok", TaskId = "t", CardType = "text_notice", ResponseCode = "r" },
            Card("text_notice")
        },
    };

    public static TheoryData<MemberMessage, string> Messages() => new()
    {
        { new() { Type = "text", Content = "你好" }, "<Content><![CDATA[你好]]></Content>" },
        { new() { Type = "text", Content = "]]>" }, "<Content><![CDATA[]]]]><![CDATA[>]]></Content>" },
        { new() { Type = "text", Content = "一\n二" }, "<Content><![CDATA[一\n二]]></Content>" },
        { new() { Type = "image", PicUrl = "u", MediaId = "m" }, "<PicUrl><![CDATA[u]]></PicUrl><MediaId><![CDATA[m]]></MediaId>" },
        { new() { Type = "voice", MediaId = "m", Format = "amr" }, "<MediaId><![CDATA[m]]></MediaId><Format><![CDATA[amr]]></Format>" },
        { new() { Type = "video", MediaId = "m", ThumbMediaId = "t" }, "<MediaId><![CDATA[m]]></MediaId><ThumbMediaId><![CDATA[t]]></ThumbMediaId>" },
        {
            new() { Type = "location", Latitude = 23.5, Longitude = 113.5, Scale = 15, Label = "广州" },
            "<Location_X>23.5</Location_X><Location_Y>113.5</Location_Y><Scale>15</Scale><Label><![CDATA[广州]]></Label><AppType><![CDATA[wxwork]]></AppType>"
        },
        {
            new() { Type = "link", Title = "T", Description = "D", Url = "u", PicUrl = "p" },
            "<Title><![CDATA[T]]></Title><Description><![CDATA[D]]></Description><Url><![CDATA[u]]></Url><PicUrl><![CDATA[p]]></PicUrl>"
        },
    };

    private static string Scan =>
        "<EventKey><![CDATA[k]]></EventKey><ScanCodeInfo><ScanType><![CDATA[barcode]]></ScanType>"
        + "<ScanResult><![CDATA[EAN_13,6901]]></ScanResult></ScanCodeInfo>";

    private static string Pictures =>
        "<EventKey><![CDATA[k]]></EventKey><SendPicsInfo><Count>2</Count><PicList><item><PicMd5Sum><![CDATA[a]]></PicMd5Sum></item>"
        + "<item><PicMd5Sum><![CDATA[b]]></PicMd5Sum></item></PicList></SendPicsInfo>";

    [Theory]
    [MemberData(nameof(Events))]
    public void Write_Event_IsTheXmlOfTheDocuments(MemberEvent happened, string body)
    {
        var plaintext = WeComPlaintext.Write(SampleApps.Demo, "zhangsan", 1700000000, WeComEvents.Find(happened.Event)!, happened);

        Assert.Equal(Head.Replace("{0}", "event", StringComparison.Ordinal) + $"<Event><![CDATA[{happened.Event}]]></Event>" + body + Tail, plaintext);
    }

    [Theory]
    [MemberData(nameof(Messages))]
    public void Write_Message_IsTheXmlOfTheDocuments(MemberMessage message, string body)
    {
        var plaintext = WeComPlaintext.Write(
            SampleApps.Demo, "zhangsan", 1700000000, 7000000000000000001, WeComMessages.Find(message.Type)!, message);

        Assert.Equal(Head.Replace("{0}", message.Type, StringComparison.Ordinal) + body + "<MsgId>7000000000000000001</MsgId>" + Tail, plaintext);
    }

    [Fact]
    public void Write_BatchJobResult_ComesFromSysWithoutAgent()
    {
        var kind = WeComEvents.Find("batch_job_result")!;

        var plaintext = XElement.Parse(WeComPlaintext.Write(SampleApps.Demo, "zhangsan", 1700000000, kind, kind.Sample()));

        Assert.Equal("sys", plaintext.Element("FromUserName")!.Value);
        Assert.Null(plaintext.Element("AgentID"));
        Assert.Equal(["JobId", "JobType", "ErrCode", "ErrMsg"], plaintext.Element("BatchJob")!.Elements().Select(element => element.Name.LocalName));
    }

    [Fact]
    public void Events_AllKinds_HaveATest()
    {
        var tested = Events().Select(row => row.Data.Item1.Event).Append("batch_job_result");

        Assert.Equal(WeComEvents.All.Select(kind => kind.Name).Order(), tested.Order());
    }

    [Theory]
    [InlineData("enter_agent", true)]
    [InlineData("subscribe", true)]
    [InlineData("unsubscribe", false)]
    [InlineData("LOCATION", true)]
    [InlineData("click", true)]
    [InlineData("view", true)]
    [InlineData("view_miniprogram", true)]
    [InlineData("scancode_push", false)]
    [InlineData("scancode_waitmsg", true)]
    [InlineData("pic_sysphoto", false)]
    [InlineData("pic_photo_or_album", false)]
    [InlineData("pic_weixin", false)]
    [InlineData("location_select", false)]
    [InlineData("template_card_event", false)]
    [InlineData("template_card_menu_event", true)]
    [InlineData("batch_job_result", false)]
    public async Task Send_Event_ShowsTheReplyWhereOneIsTaken(string name, bool shown)
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.TextReply("知道了"));
        await using var simulator = await RunningSimulator.StartAsync(bot);

        var delivery = await simulator.ActAsync("events", new { @event = name });

        Assert.Equal(shown ? "replied" : "accepted", (string?)delivery["outcome"]);
        Assert.Equal(shown ? 0 : 1, delivery["attempts"]![0]!["notes"]!.AsArray().Count);
        Assert.Equal(name, XElement.Parse(bot.Received[0].Open()).Element("Event")!.Value);
    }

    private static string Card(string type) =>
        $"<EventKey><![CDATA[ok]]></EventKey><TaskId><![CDATA[t]]></TaskId><CardType><![CDATA[{type}]]></CardType>"
        + "<ResponseCode><![CDATA[r]]></ResponseCode>";
}
