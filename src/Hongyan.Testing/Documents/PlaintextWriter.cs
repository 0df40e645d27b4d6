using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Hongyan.Testing;

/// <summary>Writes an action as the document that the platform encrypts: text in CDATA, numbers bare.</summary>
internal static class PlaintextWriter
{
    private static readonly XmlWriterSettings Settings = new()
    {
        OmitXmlDeclaration = true,
        // A line break of the person's stays what it is, on every system.
        NewLineHandling = NewLineHandling.None,
    };

    /// <summary>Writes the document.</summary>
    /// <param name="action">What the person does.</param>
    /// <param name="header">Who does it, where and when.</param>
    /// <exception cref="ArgumentException">A text holds a character that XML cannot carry.</exception>
    public static byte[] Write(MemberAction action, PlaintextHeader header)
    {
        var kind = action.Kind;
        var xml = Begin(header, kind.IsFromSystem ? "sys" : header.Member);
        xml.Add(Text("MsgType", kind.IsEvent ? "event" : kind.Name));
        if (kind.IsEvent)
            xml.Add(Text("Event", kind.Name));
        foreach (var (field, value) in WithDefaults(action))
            Put(xml, field, value);
        if (xml.Element("SendPicsInfo") is { } pictures)
            pictures.AddFirst(Number("Count", pictures.Descendants("item").Count().ToString(CultureInfo.InvariantCulture)));
        if (!kind.IsEvent)
            xml.Add(Number("MsgId", header.MessageId.ToString(CultureInfo.InvariantCulture)));
        if (header.AgentId is { } agentId)
            xml.Add(Number("AgentID", agentId.ToString(CultureInfo.InvariantCulture)));
        return ToBytes(xml);
    }

    /// <summary>Writes a document around elements that are given as they are.</summary>
    /// <exception cref="XmlException">They are not XML.</exception>
    public static byte[] Write(string elements, PlaintextHeader header)
    {
        var xml = Begin(header, header.Member);
        xml.Add(XElement.Parse($"<xml>{elements}</xml>", LoadOptions.PreserveWhitespace).Nodes());
        return ToBytes(xml);
    }

    private static XElement Begin(PlaintextHeader header, string sender) => new("xml",
        Text("ToUserName", header.To),
        Text("FromUserName", sender),
        Number("CreateTime", header.CreatedAt.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));

    private static IEnumerable<(ActionField Field, string Value)> WithDefaults(MemberAction action)
    {
        foreach (var field in action.Kind.Fields.Where(field => field.Default is not null))
            yield return (field, action.Fields.Where(given => given.Name == field.Name).Select(given => given.Value).FirstOrDefault(field.Default!));
        foreach (var (name, value) in action.Fields)
        {
            if (action.Kind.FindField(name) is { Default: null } field)
                yield return (field, value);
        }
    }

    private static void Put(XElement xml, ActionField field, string value)
    {
        var steps = field.Path.Split('/');
        var parent = xml;
        foreach (var step in steps[..^1])
            parent = Open(parent, step);
        var name = steps[^1].TrimStart('+');
        parent.Add(field.IsNumber ? Number(name, value) : Text(name, value));
    }

    private static XElement Open(XElement parent, string step)
    {
        if (!step.StartsWith('+') && parent.Elements(step).LastOrDefault() is { } open)
            return open;
        var element = new XElement(step.TrimStart('+'));
        parent.Add(element);
        return element;
    }

    private static XElement Text(string name, string value) => new(name, new XCData(value));

    private static XElement Number(string name, string value) => new(name, value);

    private static byte[] ToBytes(XElement xml)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, Settings))
            xml.WriteTo(writer);
        var bytes = stream.ToArray();
        // The platform's documents have no byte order mark.
        return bytes.AsSpan().StartsWith(System.Text.Encoding.UTF8.Preamble) ? bytes[3..] : bytes;
    }
}
