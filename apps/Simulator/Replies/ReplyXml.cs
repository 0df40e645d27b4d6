using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Hongyan.Simulator.Replies;

/// <summary>Reads XML that a bot wrote: no DTD, no entities, nothing fetched from elsewhere.</summary>
internal static class ReplyXml
{
    private const int MaxDepth = 64;
    private const int ExcerptLength = 60;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Decodes UTF-8, without a byte order mark; null when the bytes are something else.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Parses a document; on failure says whether a DTD is to blame and what the reader said.</summary>
    public static XElement? Parse(string text, out bool hasDtd, out string complaint)
    {
        hasDtd = text.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase);
        complaint = "";
        try
        {
            if (IsTooDeep(text))
            {
                complaint = $"nested deeper than {MaxDepth} elements";
                return null;
            }
            using var reader = Reader(text);
            return XDocument.Load(reader).Root;
        }
        catch (XmlException exception)
        {
            complaint = exception.Message;
            return null;
        }
    }

    /// <summary>Indented for reading; as it stands when it is not well-formed.</summary>
    public static string Indent(string text)
    {
        if (Parse(text, out _, out _) is not { } root)
            return text;
        var indented = new StringBuilder();
        // Line breaks inside a text stay as they are: only the document's own are added.
        using (var xml = XmlWriter.Create(indented, new XmlWriterSettings
        {
            OmitXmlDeclaration = true, Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.None, CheckCharacters = false,
        }))
            root.WriteTo(xml);
        return indented.ToString();
    }

    /// <summary>The beginning of a body that is something else.</summary>
    public static string Excerpt(string text) => text.Length <= ExcerptLength ? text : text[..ExcerptLength] + "…";

    // XElement.Value calls itself for each level; the stack must not be the bot's to exhaust.
    private static bool IsTooDeep(string text)
    {
        using var reader = Reader(text);
        while (reader.Read())
        {
            if (reader.Depth > MaxDepth)
                return true;
        }
        return false;
    }

    private static XmlReader Reader(string text) =>
        XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
}
