using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;

namespace Hongyan.Cli.Inspecting;

/// <summary>
/// A payload as JSON, whatever it was: JSON stays as it is, of XML each leaf becomes a string exactly as received, an element with children
/// an object, and elements of the same name a list.
/// </summary>
internal static class RawPayload
{
    private const int DeepestElement = 64;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = DeepestElement };

    public static JsonNode? Read(ReadOnlyMemory<byte> document)
    {
        try
        {
            return IsXml(document.Span) ? ReadXml(document) : ReadJson(WithoutByteOrderMark(document.Span));
        }
        catch (Exception failure) when (failure is XmlException or JsonException or ArgumentException)
        {
            // The library reads more than these readers do; then the whole text is all there is to show.
            return Encoding.UTF8.GetString(document.Span);
        }
    }

    private static bool IsXml(ReadOnlySpan<byte> document) => WithoutByteOrderMark(document).TrimStart(" \t\r\n"u8) is [(byte)'<', ..];

    private static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> document) => document.StartsWith("\uFEFF"u8) ? document[3..] : document;

    private static JsonNode? ReadJson(ReadOnlySpan<byte> document)
    {
        var node = JsonNode.Parse(document, documentOptions: Lenient);
        LookAtAll(node);
        return node;
    }

    /// <summary>An object with two members of one name fails when it is looked at, and that has to be here.</summary>
    private static void LookAtAll(JsonNode? node)
    {
        if (node is JsonObject members)
        {
            foreach (var (_, value) in members)
                LookAtAll(value);
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items)
                LookAtAll(item);
        }
    }

    private static JsonNode? ReadXml(ReadOnlyMemory<byte> document)
    {
        // Without normalisation: a carriage return is a carriage return, as it was sent.
        using var reader = new XmlTextReader(new MemoryStream(document.ToArray())) { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, Normalization = false };
        reader.MoveToContent();
        return ReadElement(reader, depth: 0);
    }

    private static JsonNode? ReadElement(XmlTextReader reader, int depth)
    {
        if (depth > DeepestElement)
            throw new XmlException($"The document is deeper than {DeepestElement} elements.");
        JsonObject? children = null;
        var text = new StringBuilder();
        if (reader.IsEmptyElement)
            return JsonValue.Create("");
        while (reader.Read() && reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType == XmlNodeType.Element)
                Add(children ??= [], reader.Name, ReadElement(reader, depth + 1));
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                text.Append(reader.Value);
        }
        return children ?? (JsonNode)JsonValue.Create(text.ToString());
    }

    private static void Add(JsonObject parent, string name, JsonNode? value)
    {
        if (!parent.TryGetPropertyValue(name, out var known))
            parent[name] = value;
        else if (known is JsonArray list)
            list.Add(value);
        else
            parent[name] = new JsonArray(known!.DeepClone(), value);
    }
}
