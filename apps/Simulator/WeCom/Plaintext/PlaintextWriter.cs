using System.Globalization;
using System.Text;
using System.Xml;

namespace Hongyan.Simulator.WeCom;

/// <summary>Writes the XML that goes into an envelope: strings as CDATA, numbers bare, as the platform does.</summary>
public sealed class PlaintextWriter
{
    private readonly XmlWriter _xml;

    private PlaintextWriter(XmlWriter xml) => _xml = xml;

    /// <summary>The plaintext of a message.</summary>
    public static string Write(WeComApp app, string userId, long createTime, long msgId, MessageKind kind, MemberMessage message) =>
        WriteDocument(xml =>
        {
            xml.Header(app.CorpId, userId, createTime, kind.Name);
            kind.Write(xml, message);
            xml.Number("MsgId", msgId).Number("AgentID", app.AgentId);
        });

    /// <summary>The plaintext of an event.</summary>
    public static string Write(WeComApp app, string userId, long createTime, EventKind kind, MemberEvent @event) =>
        WriteDocument(xml =>
        {
            xml.Header(app.CorpId, kind.IsFromSystem ? "sys" : userId, createTime, "event").Text("Event", kind.Name);
            kind.Write(xml, @event);
            if (!kind.IsFromSystem)
                xml.Number("AgentID", app.AgentId);
        });

    /// <summary>The plaintext of an event that the platform reports by itself: it names no app, and a member only where it says so.</summary>
    public static string WriteReport(WeComApp app, string? fromUser, long createTime, string name, Action<PlaintextWriter> content) =>
        WriteDocument(xml =>
        {
            xml.Text("ToUserName", app.CorpId);
            if (fromUser is not null)
                xml.Text("FromUserName", fromUser);
            xml.Number("CreateTime", createTime).Text("MsgType", "event").Text("Event", name);
            content(xml);
        });

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

    private static string WriteDocument(Action<PlaintextWriter> content)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, NewLineHandling = NewLineHandling.None }))
        {
            var writer = new PlaintextWriter(xml);
            writer.Group("xml", () => content(writer));
        }
        return text.ToString();
    }

    private PlaintextWriter Header(string toUser, string fromUser, long createTime, string type) =>
        Text("ToUserName", toUser).Text("FromUserName", fromUser).Number("CreateTime", createTime).Text("MsgType", type);
}
