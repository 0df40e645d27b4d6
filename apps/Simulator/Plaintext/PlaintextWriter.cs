using System.Globalization;
using System.Text;
using System.Xml;

namespace Hongyan.Simulator.Plaintext;

/// <summary>Writes the XML that goes into an envelope: strings as CDATA, numbers bare, as the platform does.</summary>
public sealed class PlaintextWriter
{
    private readonly XmlWriter _xml;

    private PlaintextWriter(XmlWriter xml) => _xml = xml;

    /// <summary>The document: one element <c>xml</c> with this content.</summary>
    public static string WriteDocument(Action<PlaintextWriter> content)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.None }))
        {
            var writer = new PlaintextWriter(xml);
            writer.Group("xml", () => content(writer));
        }
        return text.ToString();
    }

    /// <summary>What every plaintext begins with.</summary>
    public PlaintextWriter Header(string toUser, string fromUser, long createTime, string type) =>
        Text("ToUserName", toUser).Text("FromUserName", fromUser).Number("CreateTime", createTime).Text("MsgType", type);

    /// <summary>An element with a string.</summary>
    public PlaintextWriter Text(string name, string? value) => Group(name, () => _xml.WriteCData(value ?? ""));

    /// <summary>An element with a whole number.</summary>
    public PlaintextWriter Number(string name, long? value) =>
        Group(name, () => _xml.WriteString((value ?? 0).ToString(CultureInfo.InvariantCulture)));

    /// <summary>An element with a number.</summary>
    public PlaintextWriter Number(string name, double? value) =>
        Group(name, () => _xml.WriteString((value ?? 0).ToString(CultureInfo.InvariantCulture)));

    /// <summary>An element with elements inside.</summary>
    public PlaintextWriter Group(string name, Action content)
    {
        _xml.WriteStartElement(name);
        content();
        _xml.WriteEndElement();
        return this;
    }
}
