using System.Text;
using Hongyan.Protocol;

namespace Hongyan.Bots.Tests.Support;

/// <summary>Messages and events as the parser reads them off the wire, so that they have a raw document like real ones.</summary>
internal static class Arrivals
{
    public static TextMessage Text(string content, string from = "zhangsan", long id = 1) =>
        (TextMessage)Message("text", $"<Content><![CDATA[{content}]]></Content><MsgId>{id}</MsgId>", from);

    public static Incoming Message(string type, string fields = "<MsgId>1</MsgId>", string from = "zhangsan") =>
        Parse($"<MsgType><![CDATA[{type}]]></MsgType>{fields}", from);

    public static Incoming Event(string name, string fields = "", string from = "zhangsan") =>
        Parse($"<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[{name}]]></Event>{fields}", from);

    public static Incoming Unreadable() => IncomingParser.WeCom.Parse("not xml"u8.ToArray());

    private static Incoming Parse(string fields, string from) => IncomingParser.WeCom.Parse(Encoding.UTF8.GetBytes(
        $"<xml><ToUserName><![CDATA[ww0123456789abcdef]]></ToUserName><FromUserName><![CDATA[{from}]]></FromUserName>"
        + $"<CreateTime>1700000000</CreateTime>{fields}<AgentID>1000002</AgentID></xml>"));
}
