using System.Globalization;
using System.Security;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml.Linq;

namespace Hongyan.Tests.Incoming;

/// <summary>A payload taken apart, to be put together in another shape or syntax. A list is a name that occurs several times.</summary>
internal sealed class PayloadTree(string name, string text = "")
{
    public string Name { get; set; } = name;

    public string Text { get; set; } = text;

    /// <summary>How the value is written.</summary>
    public PayloadStyle Style { get; set; }

    public List<PayloadTree> Children { get; } = [];

    /// <summary>How many nodes the longest way down from here has.</summary>
    public int Depth => 1 + Children.Select(child => child.Depth).DefaultIfEmpty().Max();

    public static PayloadTree Read(byte[] payload)
    {
        var root = new PayloadTree("xml");
        var document = Encoding.UTF8.GetString(payload);
        if (document.TrimStart().StartsWith('{'))
        {
            using var json = JsonDocument.Parse(document);
            AddMembers(root, json.RootElement);
        }
        else
        {
            AddElements(root, XDocument.Parse(document).Root!);
        }
        return root;
    }

    public PayloadTree Copy()
    {
        var copy = new PayloadTree(Name, Text) { Style = Style };
        copy.Children.AddRange(Children.Select(child => child.Copy()));
        return copy;
    }

    /// <summary>Every node below this one, with the one that holds it.</summary>
    public IEnumerable<(PayloadTree Parent, PayloadTree Node)> Descendants() =>
        Children.SelectMany(child => child.Descendants().Prepend((this, child)));

    public byte[] ToXml() => Encoding.UTF8.GetBytes(WriteXml(new StringBuilder()).ToString());

    public byte[] ToJson() => Encoding.UTF8.GetBytes(WriteMembers(new StringBuilder()).ToString());

    private StringBuilder WriteXml(StringBuilder xml)
    {
        xml.Append('<').Append(Name).Append('>');
        foreach (var child in Children)
            child.WriteXml(xml);
        if (Children.Count == 0 && Style != PayloadStyle.Null)
            xml.Append(Style == PayloadStyle.Bare ? SecurityElement.Escape(Text) : $"<![CDATA[{Text.Replace("]]>", "]]]]><![CDATA[>", StringComparison.Ordinal)}]]>");
        return xml.Append("</").Append(Name).Append('>');
    }

    private StringBuilder WriteMembers(StringBuilder json)
    {
        json.Append('{');
        foreach (var group in Children.GroupBy(child => child.Name))
        {
            json.Append(json[^1] == '{' ? "" : ",").Append(Quoted(group.Key)).Append(':');
            var isList = group.Count() > 1 || group.First().Style == PayloadStyle.ListOfOne;
            json.Append(isList ? "[" : "");
            foreach (var child in group)
            {
                json.Append(child == group.First() ? "" : ",");
                child.WriteValue(json);
            }
            json.Append(isList ? "]" : "");
        }
        return json.Append('}');
    }

    private void WriteValue(StringBuilder json)
    {
        if (Children.Count > 0)
            WriteMembers(json);
        else if (Style == PayloadStyle.Null)
            json.Append("null");
        else if (Style == PayloadStyle.Bare && long.TryParse(Text, out var number) && number.ToString(CultureInfo.InvariantCulture) == Text)
            json.Append(Text);
        else
            json.Append(Quoted(Text));
    }

    private static string Quoted(string text) => $"\"{JavaScriptEncoder.Default.Encode(text)}\"";

    private static void AddElements(PayloadTree node, XElement element)
    {
        foreach (var child in element.Elements())
        {
            var added = new PayloadTree(child.Name.LocalName, child.HasElements ? "" : child.Value);
            AddElements(added, child);
            node.Children.Add(added);
        }
    }

    private static void AddMembers(PayloadTree node, JsonElement json)
    {
        foreach (var member in json.EnumerateObject())
            AddValue(node, member.Name, member.Value);
    }

    private static void AddValue(PayloadTree node, string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return;
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
                AddValue(node, name, item);
            return;
        }
        var added = new PayloadTree(name, value.ValueKind == JsonValueKind.Object ? "" : value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText());
        if (value.ValueKind == JsonValueKind.Object)
            AddMembers(added, value);
        node.Children.Add(added);
    }
}

/// <summary>The ways to write one and the same value.</summary>
internal enum PayloadStyle
{
    /// <summary>In CDATA, or as a string.</summary>
    Quoted,

    /// <summary>Without CDATA, or as a number where it is one.</summary>
    Bare,

    /// <summary>As a JSON list that holds nothing else.</summary>
    ListOfOne,

    /// <summary>Not at all: an empty element, or null.</summary>
    Null,
}
