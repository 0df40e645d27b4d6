using System.Buffers;
using System.Text;
using System.Xml.Linq;
using Hongyan.Protocol;
using Hongyan.WeCom;

namespace Hongyan.Tests.Outgoing.WeCom;

/// <summary>Writes a reply and reads it back with the framework's own XML reader.</summary>
internal static class ReplyXml
{
    public static readonly ReplyHeader Header = new("lisi", "ww0123456789abcdef", DateTimeOffset.FromUnixTimeSeconds(1700000101));

    public static string Write(Reply reply)
    {
        var output = new ArrayBufferWriter<byte>();
        ReplyWriter.Write(reply, Header, output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    public static XElement Read(Reply reply) => XElement.Parse(Write(reply));

    /// <summary>The card inside the reply that updates to it.</summary>
    public static XElement Read(TemplateCard card) => Read(new UpdateTemplateCardReply(card)).Element("TemplateCard")!;

    public static string? Text(this XElement element, string path) =>
        path.Split('/').Aggregate((XElement?)element, (at, name) => at?.Element(name))?.Value;
}
