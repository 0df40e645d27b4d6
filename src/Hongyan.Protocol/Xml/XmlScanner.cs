using System.Buffers;
using System.Text.Unicode;

namespace Hongyan.Protocol;

/// <summary>
/// Walks a UTF-8 document once, checks that it is well-formed and notes where its elements stand. Copies
/// nothing and expands nothing: a DTD is refused, so no entity bomb can be written down in what is accepted.
/// </summary>
internal ref struct XmlScanner
{
    /// <summary>The deepest nesting accepted; the platforms' own documents stay below ten.</summary>
    public const int MaxDepth = PayloadFields.MaxDepth;

    private static readonly SearchValues<byte> AfterNames = SearchValues.Create(" \t\r\n>/<=\"'&"u8);

    private readonly ReadOnlySpan<byte> _xml;
    private int _at;

    private XmlScanner(ReadOnlySpan<byte> xml) => _xml = xml;

    /// <summary>Checks a whole document and lists the elements below its root.</summary>
    /// <param name="xml">The document, without a byte order mark.</param>
    /// <param name="fields">Receives the elements; grows when a document has more than its buffer holds.</param>
    public static PayloadFault ScanDocument(ReadOnlySpan<byte> xml, ref PayloadFieldList fields)
    {
        if (!Utf8.IsValid(xml))
            return PayloadFault.InvalidUtf8;

        var scanner = new XmlScanner(xml);
        var fault = scanner.SkipMisc();
        if (fault != PayloadFault.None)
            return fault;
        if (scanner.AtEnd || scanner.Current != '<')
            return PayloadFault.NotXml;

        fault = scanner.ReadOpenTag(out var root, out var selfClosing);
        if (fault == PayloadFault.None && !selfClosing)
            fault = scanner.ScanContent(ref fields, root);
        if (fault == PayloadFault.None)
            fault = scanner.SkipMisc();
        return fault == PayloadFault.None && !scanner.AtEnd ? PayloadFault.NotXml : fault;
    }

    private readonly bool AtEnd => _at >= _xml.Length;

    private readonly byte Current => _xml[_at];

    private readonly ReadOnlySpan<byte> Rest => _xml[_at..];

    /// <summary>Reads up to the end tag of the root.</summary>
    private PayloadFault ScanContent(ref PayloadFieldList fields, Range root)
    {
        Span<int> open = stackalloc int[MaxDepth - 1];
        var depth = 0;

        while (true)
        {
            var fault = SkipText();
            if (fault != PayloadFault.None)
                return fault;
            if (AtEnd)
                return PayloadFault.Truncated;

            if (Rest.StartsWith("</"u8))
            {
                var contentEnd = _at;
                fault = ReadCloseTag(out var name);
                if (fault != PayloadFault.None)
                    return fault;
                if (!(depth == 0 ? _xml[root] : NameOf(fields[open[depth - 1]])).SequenceEqual(_xml[name]))
                    return PayloadFault.NotXml;
                if (depth == 0)
                    return PayloadFault.None;
                fields.Close(open[--depth], contentEnd);
            }
            else if (Rest.StartsWith("<!"u8) || Rest.StartsWith("<?"u8))
            {
                fault = SkipMarkup(inContent: true);
                if (fault != PayloadFault.None)
                    return fault;
            }
            else
            {
                fault = ReadOpenTag(out var name, out var selfClosing);
                if (fault != PayloadFault.None)
                    return fault;
                var level = depth;
                if (!selfClosing)
                {
                    if (depth == open.Length)
                        return PayloadFault.TooDeep;
                    open[depth++] = fields.Count;
                }
                var nameAt = name.Start.Value;
                if (!fields.TryAdd(FieldName.MarkOf(_xml[name]), nameAt, name.End.Value - nameAt, level, contentAt: _at))
                    return PayloadFault.TooManyFields;
            }
        }
    }

    private readonly ReadOnlySpan<byte> NameOf(PayloadField field) => _xml.Slice(field.NameAt, field.NameLength);

    /// <summary>Moves to the next tag and checks the entities on the way.</summary>
    private PayloadFault SkipText()
    {
        var length = Rest.IndexOf((byte)'<');
        var text = length < 0 ? Rest : Rest[..length];
        _at += text.Length;

        for (var ampersand = text.IndexOf((byte)'&'); ampersand >= 0; ampersand = text.IndexOf((byte)'&'))
        {
            text = text[ampersand..];
            if (XmlText.ReadEntity(text, out _) is var read && read == 0)
                return PayloadFault.UnknownEntity;
            text = text[read..];
        }
        return PayloadFault.None;
    }

    /// <summary>Skips white space, comments and processing instructions outside the root element.</summary>
    private PayloadFault SkipMisc()
    {
        while (true)
        {
            while (!AtEnd && IsSpace(Current))
                _at++;
            if (!Rest.StartsWith("<!"u8) && !Rest.StartsWith("<?"u8))
                return PayloadFault.None;
            var fault = SkipMarkup(inContent: false);
            if (fault != PayloadFault.None)
                return fault;
        }
    }

    private PayloadFault SkipMarkup(bool inContent)
    {
        if (inContent && Rest.StartsWith(XmlText.CDataStart))
            return SkipPast(XmlText.CDataStart.Length, XmlText.CDataEnd);
        if (Rest.StartsWith("<!--"u8))
            return SkipPast(4, "-->"u8);
        if (Rest.StartsWith("<?"u8))
            return SkipPast(2, "?>"u8);
        if (Rest.StartsWith("<!DOCTYPE"u8) || Rest.StartsWith("<!ENTITY"u8))
            return PayloadFault.DocumentType;
        return XmlText.CDataStart.StartsWith(Rest) || "<!DOCTYPE"u8.StartsWith(Rest) ? PayloadFault.Truncated : PayloadFault.NotXml;
    }

    private PayloadFault SkipPast(int start, ReadOnlySpan<byte> end)
    {
        var length = Rest[start..].IndexOf(end);
        if (length < 0)
            return PayloadFault.Truncated;
        _at += start + length + end.Length;
        return PayloadFault.None;
    }

    private PayloadFault ReadOpenTag(out Range name, out bool selfClosing)
    {
        selfClosing = false;
        _at++;
        var fault = ReadName(out name);
        if (fault != PayloadFault.None)
            return fault;

        // Attributes carry nothing on this wire; only their quotes matter, because a quoted '>' does not end the tag.
        byte quote = 0;
        for (; !AtEnd; _at++)
        {
            var b = Current;
            if (quote != 0)
                quote = b == quote ? (byte)0 : quote;
            else if (b is (byte)'"' or (byte)'\'')
                quote = b;
            else if (b == '<')
                return PayloadFault.NotXml;
            else if (b == '>')
            {
                selfClosing = _xml[_at - 1] == '/';
                _at++;
                return PayloadFault.None;
            }
        }
        return PayloadFault.Truncated;
    }

    private PayloadFault ReadCloseTag(out Range name)
    {
        _at += 2;
        var fault = ReadName(out name);
        if (fault != PayloadFault.None)
            return fault;
        while (!AtEnd && IsSpace(Current))
            _at++;
        if (AtEnd)
            return PayloadFault.Truncated;
        return _xml[_at++] == '>' ? PayloadFault.None : PayloadFault.NotXml;
    }

    private PayloadFault ReadName(out Range name)
    {
        var start = _at;
        var length = Rest.IndexOfAny(AfterNames);
        _at = length < 0 ? _xml.Length : _at + length;
        name = start.._at;
        if (AtEnd)
            return PayloadFault.Truncated;
        return _at > start && StartsName(_xml[start]) ? PayloadFault.None : PayloadFault.NotXml;
    }

    private static bool StartsName(byte b) => char.IsAsciiLetter((char)b) || b is (byte)'_' or (byte)':' or >= 0x80;

    internal static bool IsSpace(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
}
