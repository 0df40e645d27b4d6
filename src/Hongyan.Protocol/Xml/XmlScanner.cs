using System.Text.Unicode;

namespace Hongyan.Protocol;

/// <summary>
/// Walks a UTF-8 document once, checks that it is well-formed and notes where the children of its root stand. Copies
/// nothing and expands nothing: a DTD is refused, so no entity bomb can be written down in what is accepted.
/// </summary>
internal ref struct XmlScanner
{
    /// <summary>The deepest nesting accepted; the platforms' own documents stay below ten.</summary>
    public const int MaxDepth = PayloadFields.MaxDepth;

    private readonly ReadOnlySpan<byte> _xml;
    private int _at;

    private XmlScanner(ReadOnlySpan<byte> xml) => _xml = xml;

    /// <summary>Checks a whole document and lists the children of its root.</summary>
    /// <param name="xml">The document, without a byte order mark.</param>
    /// <param name="fields">Receives the children; grows when a document has more than its buffer holds.</param>
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

    /// <summary>Lists the elements inside content that stood in a document already checked.</summary>
    public static void ScanContent(ReadOnlySpan<byte> content, ref PayloadFieldList fields) =>
        new XmlScanner(content).ScanContent(ref fields, element: null);

    private readonly bool AtEnd => _at >= _xml.Length;

    private readonly byte Current => _xml[_at];

    private readonly ReadOnlySpan<byte> Rest => _xml[_at..];

    /// <summary>Reads up to the end tag of <paramref name="element"/>, the one that is open, or to the end where none is.</summary>
    private PayloadFault ScanContent(ref PayloadFieldList fields, Range? element)
    {
        Span<Range> open = stackalloc Range[MaxDepth];
        var depth = 0;
        var contentStart = 0;

        while (true)
        {
            var fault = SkipText();
            if (fault != PayloadFault.None)
                return fault;
            if (AtEnd)
                return element is not null || depth > 0 ? PayloadFault.Truncated : PayloadFault.None;

            if (Rest.StartsWith("</"u8))
            {
                var contentEnd = _at;
                fault = ReadCloseTag(out var name);
                if (fault != PayloadFault.None)
                    return fault;
                if (depth == 0)
                    return element is { } opened && _xml[opened].SequenceEqual(_xml[name]) ? PayloadFault.None : PayloadFault.NotXml;
                if (!_xml[open[--depth]].SequenceEqual(_xml[name]))
                    return PayloadFault.NotXml;
                if (depth == 0 && !fields.TryAdd(new PayloadField(name, contentStart..contentEnd)))
                    return PayloadFault.TooManyChildren;
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
                if (selfClosing)
                {
                    if (depth == 0 && !fields.TryAdd(new PayloadField(name, _at.._at)))
                        return PayloadFault.TooManyChildren;
                    continue;
                }
                if (depth == MaxDepth - 1)
                    return PayloadFault.TooDeep;
                if (depth == 0)
                    contentStart = _at;
                open[depth++] = name;
            }
        }
    }

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
        while (!AtEnd && !EndsName(Current))
            _at++;
        name = start.._at;
        if (AtEnd)
            return PayloadFault.Truncated;
        return _at > start && StartsName(_xml[start]) ? PayloadFault.None : PayloadFault.NotXml;
    }

    private static bool StartsName(byte b) => char.IsAsciiLetter((char)b) || b is (byte)'_' or (byte)':' or >= 0x80;

    private static bool EndsName(byte b) => IsSpace(b) || b is (byte)'>' or (byte)'/' or (byte)'<' or (byte)'=' or (byte)'"' or (byte)'\'' or (byte)'&';

    internal static bool IsSpace(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
}
