using System.Buffers;
using System.Text.Unicode;

namespace Hongyan.Protocol;

/// <summary>
/// Walks a UTF-8 document once, checks that it is one JSON object and notes where its members stand, however deep: what <see cref="XmlScanner"/> is for XML.
/// The values of an array become members of the array's own name, as XML writes a list; null is not there at all.
/// </summary>
/// <remarks>A little more lenient than RFC 8259: control characters may stand in a string as they are.</remarks>
internal ref struct JsonScanner
{
    private static readonly SearchValues<byte> OfNumbers = SearchValues.Create("0123456789+-.eE"u8);

    private readonly ReadOnlySpan<byte> _json;
    private readonly bool _hasEscapes;
    private int _at;

    private JsonScanner(ReadOnlySpan<byte> json, bool hasEscapes)
    {
        _json = json;
        _hasEscapes = hasEscapes;
    }

    /// <summary>Checks a whole document and lists the members of its object and of those inside it.</summary>
    /// <param name="json">The document, without a byte order mark.</param>
    /// <param name="hasEscapes">Whether there is a backslash anywhere in it.</param>
    /// <param name="fields">Receives the members; grows when a document has more than its buffer holds.</param>
    public static PayloadFault ScanDocument(ReadOnlySpan<byte> json, bool hasEscapes, ref PayloadFieldList fields)
    {
        if (!Utf8.IsValid(json))
            return PayloadFault.InvalidUtf8;

        var scanner = new JsonScanner(json, hasEscapes);
        scanner.SkipSpace();
        if (scanner.AtEnd || scanner.Current != '{')
            return PayloadFault.NotJson;
        var fault = scanner.ListMembers(depth: 1, ref fields);
        scanner.SkipSpace();
        return fault == PayloadFault.None && !scanner.AtEnd ? PayloadFault.NotJson : fault;
    }

    private readonly bool AtEnd => _at >= _json.Length;

    private readonly byte Current => _json[_at];

    private PayloadFault ListMembers(int depth, ref PayloadFieldList fields)
    {
        _at++;
        if (TryClose((byte)'}'))
            return PayloadFault.None;
        while (true)
        {
            var fault = ReadName(out var nameAt, out var nameLength);
            if (fault == PayloadFault.None)
                fault = ListValue(MarkOf(nameAt, nameLength), nameAt, nameLength, depth, ref fields);
            if (fault != PayloadFault.None)
                return fault;
            fault = ReadSeparator((byte)'}', out var closed);
            if (fault != PayloadFault.None || closed)
                return fault;
        }
    }

    /// <summary>Notes the value under that name; an array notes each of its own.</summary>
    private PayloadFault ListValue(int mark, int nameAt, int nameLength, int depth, ref PayloadFieldList fields)
    {
        if (AtEnd)
            return PayloadFault.Truncated;
        if (Current == '[')
        {
            if (depth == PayloadFields.MaxDepth)
                return PayloadFault.TooDeep;
            _at++;
            if (TryClose((byte)']'))
                return PayloadFault.None;
            while (true)
            {
                var fault = ListValue(mark, nameAt, nameLength, depth + 1, ref fields);
                if (fault != PayloadFault.None)
                    return fault;
                fault = ReadSeparator((byte)']', out var closed);
                if (fault != PayloadFault.None || closed)
                    return fault;
            }
        }

        var start = _at;
        if (Current != '{')
        {
            var read = ReadScalar();
            if (read != PayloadFault.None)
                return read;
            return _json[start] == 'n' || fields.TryAdd(new PayloadField(mark, nameAt, nameLength, start, _at - start)) ? PayloadFault.None : PayloadFault.TooManyFields;
        }

        if (depth == PayloadFields.MaxDepth)
            return PayloadFault.TooDeep;
        var index = fields.Count;
        if (!fields.TryAdd(new PayloadField(mark, nameAt, nameLength, start, ContentLength: 0)))
            return PayloadFault.TooManyFields;
        var inside = ListMembers(depth + 1, ref fields);
        fields.Close(index, _at);
        return inside;
    }

    private readonly int MarkOf(int nameAt, int nameLength)
    {
        var name = _json.Slice(nameAt, nameLength);
        return _hasEscapes && name.Contains((byte)'\\') ? PayloadField.AnyName : PayloadField.MarkOf(name);
    }

    private PayloadFault ReadScalar() => Current switch
    {
        (byte)'"' => ReadString(),
        (byte)'t' => ReadLiteral("true"u8),
        (byte)'f' => ReadLiteral("false"u8),
        (byte)'n' => ReadLiteral("null"u8),
        _ => ReadNumber(),
    };

    private PayloadFault ReadName(out int nameAt, out int nameLength)
    {
        nameAt = _at + 1;
        nameLength = 0;
        if (AtEnd)
            return PayloadFault.Truncated;
        if (Current != '"')
            return PayloadFault.NotJson;
        var fault = ReadString();
        if (fault != PayloadFault.None)
            return fault;
        nameLength = _at - nameAt - 1;
        SkipSpace();
        if (AtEnd)
            return PayloadFault.Truncated;
        if (_json[_at++] != ':')
            return PayloadFault.NotJson;
        SkipSpace();
        return PayloadFault.None;
    }

    private PayloadFault ReadString()
    {
        _at++;
        while (true)
        {
            var length = _hasEscapes ? _json[_at..].IndexOfAny((byte)'"', (byte)'\\') : _json[_at..].IndexOf((byte)'"');
            if (length < 0)
                return PayloadFault.Truncated;
            _at += length;
            if (Current == '"')
            {
                _at++;
                return PayloadFault.None;
            }
            var read = JsonText.ReadEscape(_json[_at..], out _);
            if (read <= 0)
                return read < 0 ? PayloadFault.Truncated : PayloadFault.NotJson;
            _at += read;
        }
    }

    private PayloadFault ReadLiteral(ReadOnlySpan<byte> literal)
    {
        var rest = _json[_at..];
        if (!rest.StartsWith(literal))
            return literal.StartsWith(rest) ? PayloadFault.Truncated : PayloadFault.NotJson;
        _at += literal.Length;
        return PayloadFault.None;
    }

    /// <summary>Any run of the characters of numbers that begins like one; whether it is one shows when it is asked for.</summary>
    private PayloadFault ReadNumber()
    {
        if (Current != '-' && !char.IsAsciiDigit((char)Current))
            return PayloadFault.NotJson;
        var length = _json[_at..].IndexOfAnyExcept(OfNumbers);
        _at = length < 0 ? _json.Length : _at + length;
        return PayloadFault.None;
    }

    private PayloadFault ReadSeparator(byte close, out bool closed)
    {
        closed = false;
        SkipSpace();
        if (AtEnd)
            return PayloadFault.Truncated;
        closed = Current == close;
        if (!closed && Current != ',')
            return PayloadFault.NotJson;
        _at++;
        if (!closed)
            SkipSpace();
        return PayloadFault.None;
    }

    private bool TryClose(byte close)
    {
        SkipSpace();
        if (AtEnd || Current != close)
            return false;
        _at++;
        return true;
    }

    private void SkipSpace()
    {
        var at = _at;
        while ((uint)at < (uint)_json.Length && _json[at] <= ' ' && XmlScanner.IsSpace(_json[at]))
            at++;
        _at = at;
    }
}
