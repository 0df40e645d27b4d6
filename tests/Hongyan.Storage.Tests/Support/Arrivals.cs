using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Hongyan.Protocol;

namespace Hongyan.Storage.Tests.Support;

/// <summary>Messages as the parser reads them off the wire, and answers as the person reads them.</summary>
internal static class Arrivals
{
    public static Incoming Text(string content, string from = "zhangsan", long id = 1) => IncomingParser.WeCom.Parse(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"<xml><ToUserName>ww0123456789abcdef</ToUserName><FromUserName>{from}</FromUserName><CreateTime>1700000000</CreateTime><MsgType>text</MsgType><Content>{content}</Content><MsgId>{id}</MsgId><AgentID>1000002</AgentID></xml>")));

    public static Incoming Event(string kind, string from = "zhangsan") => IncomingParser.WeCom.Parse(Encoding.UTF8.GetBytes(
        $"<xml><ToUserName>ww0123456789abcdef</ToUserName><FromUserName>{from}</FromUserName><CreateTime>1700000000</CreateTime><MsgType>event</MsgType><Event>{kind}</Event><AgentID>1000002</AgentID></xml>"));

    public static string? TextOf(ReadOnlyMemory<byte> answer) =>
        answer.IsEmpty ? null : XElement.Parse(Encoding.UTF8.GetString(answer.Span)).Element("Content")?.Value;
}
