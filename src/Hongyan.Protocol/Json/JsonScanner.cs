using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Unicode;

namespace Hongyan.Protocol;

/// <summary>
/// Walks a UTF-8 document once, checks that it is one JSON object and notes where its members stand, however deep: what <see cref="XmlScanner"/> is for XML.
/// The values of an array become members of the array's own name, as XML writes a list; null is not there at all.
/// </summary>
/// <remarks>
/// A little more lenient than RFC 8259: control characters may stand in a string as they are. Each method takes the place where it begins and returns the one
/// where it ended, or a fault as a negative number: a place in a local variable costs nothing, one in a field a read and a write for each character.
/// </remarks>
internal readonly ref struct JsonScanner
{
    private readonly ReadOnlySpan<byte> _json;

    private JsonScanner(ReadOnlySpan<byte> json) => _json = json;

    /// <summary>Checks a whole document and lists the members of its object and of those inside it.</summary>
    /// <param name="json">The document, without a byte order mark.</param>
    /// <param name="fields">Receives the members; grows when a document has more than its buffer holds.</param>
    public static PayloadFault ScanDocument(ReadOnlySpan<byte> json, ref PayloadFieldList fields)
    {
        var scanner = new JsonScanner(json);
        var at = SkipSpace(json, 0);
        at = At(json, at) == '{' ? scanner.ListMembers(at, depth: 1, level: 0, ref fields) : -(int)PayloadFault.NotJson;
        if (at >= 0 && SkipSpace(json, at) < json.Length)
            at = -(int)PayloadFault.NotJson;
        // A look at the whole is quicker than one at each string that is not ASCII.
        return !Utf8.IsValid(json) ? PayloadFault.InvalidUtf8 : at >= 0 ? PayloadFault.None : (PayloadFault)(-at);
    }

    /// <summary>Notes the members of the object that begins here.</summary>
    private int ListMembers(int at, int depth, int level, ref PayloadFieldList fields)
    {
        var json = _json;
        at = SkipSpace(json, at + 1);
        if (At(json, at) == '}')
            return at + 1;
        while (true)
        {
            if (At(json, at) != '"')
                return NotJsonAt(json, at);
            var nameAt = at + 1;
            at = FindQuote(json, nameAt, out var text);
            if (at < 0)
                return at;
            var name = json.Slice(nameAt, at - nameAt);
            if (text == FieldText.Coded)
                fields.NoteEscapedName();
            at = SkipSpace(json, at + 1);
            if (At(json, at) != ':')
                return NotJsonAt(json, at);
            at = ListValue(FieldName.MarkOf(name), nameAt, name.Length, SkipSpace(json, at + 1), depth, level, ref fields);
            if (at < 0)
                return at;

            at = SkipSpace(json, at);
            if (At(json, at) != ',')
                return At(json, at) == '}' ? at + 1 : NotJsonAt(json, at);
            at = SkipSpace(json, at + 1);
        }
    }

    /// <summary>Notes the value that begins here under that name; an array notes each of its own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int ListValue(int nameMark, int nameAt, int nameLength, int at, int depth, int level, ref PayloadFieldList fields)
    {
        var json = _json;
        var text = FieldText.Ascii;
        int end;
        switch (At(json, at))
        {
            case (byte)'"':
                end = FindQuote(json, at + 1, out text);
                // The quote is part of the value; a fault stays a fault.
                end += end < 0 ? 0 : 1;
                break;
            case (byte)'{':
                return ListObject(nameMark, nameAt, nameLength, at, depth, level, ref fields);
            case (byte)'[':
                return ListItems(nameMark, nameAt, nameLength, at, depth, level, ref fields);
            case (byte)'n':
                return SkipLiteral(json, at, "null"u8);
            case (byte)'t':
                end = SkipLiteral(json, at, "true"u8);
                break;
            case (byte)'f':
                end = SkipLiteral(json, at, "false"u8);
                break;
            default:
                end = SkipNumber(json, at);
                break;
        }
        return end < 0 || fields.TryAdd(nameMark, nameAt, nameLength, level, at, end - at, text) ? end : -(int)PayloadFault.TooManyFields;
    }

    private int ListObject(int nameMark, int nameAt, int nameLength, int at, int depth, int level, ref PayloadFieldList fields)
    {
        if (depth == PayloadFields.MaxDepth)
            return -(int)PayloadFault.TooDeep;
        var index = fields.Count;
        if (!fields.TryAdd(nameMark, nameAt, nameLength, level, at))
            return -(int)PayloadFault.TooManyFields;
        var end = ListMembers(at, depth + 1, level + 1, ref fields);
        if (end >= 0)
            fields.Close(index, end);
        return end;
    }

    private int ListItems(int nameMark, int nameAt, int nameLength, int at, int depth, int level, ref PayloadFieldList fields)
    {
        var json = _json;
        if (depth == PayloadFields.MaxDepth)
            return -(int)PayloadFault.TooDeep;
        at = SkipSpace(json, at + 1);
        if (At(json, at) == ']')
            return at + 1;
        while (true)
        {
            at = ListValue(nameMark, nameAt, nameLength, at, depth + 1, level, ref fields);
            if (at < 0)
                return at;
            at = SkipSpace(json, at);
            if (At(json, at) != ',')
                return At(json, at) == ']' ? at + 1 : NotJsonAt(json, at);
            at = SkipSpace(json, at + 1);
        }
    }

    /// <summary>Finds the quote that ends a string, from its first character on.</summary>
    /// <param name="json">The document.</param>
    /// <param name="at">Where the string begins, behind its first quote.</param>
    /// <param name="text">What it is made of.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FindQuote(ReadOnlySpan<byte> json, int at, out FieldText text)
    {
        if (json.Length - at >= Vector256<byte>.Count && TryFindNearQuote(json, at, at, out var end, out text))
            return end;
        // Through a variable of its own, because one that is handed over has to be in memory.
        end = FindDistantQuote(json, at, out var distant);
        text = distant;
        return end;
    }

    /// <summary>
    /// As <see cref="FindQuote"/>, of a string that ends within a block of 32 characters and has no escape. Most end so soon, and one look at
    /// all of them is quicker than a search that may be of any length.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryFindNearQuote(ReadOnlySpan<byte> json, int at, int blockAt, out int end, out FieldText text)
    {
        var block = Vector256.Create(json.Slice(blockAt, Vector256<byte>.Count));
        var quotes = Vector256.Equals(block, Vector256.Create((byte)'"')).ExtractMostSignificantBits() >> (at - blockAt);
        var escapes = Vector256.Equals(block, Vector256.Create((byte)'\\')).ExtractMostSignificantBits() >> (at - blockAt);
        var others = block.ExtractMostSignificantBits() >> (at - blockAt);
        var before = (quotes - 1) & ~quotes;
        end = at + BitOperations.TrailingZeroCount(quotes);
        text = (others & before) == 0 ? FieldText.Ascii : FieldText.Plain;
        return quotes != 0 && (escapes & before) == 0;
    }

    /// <summary>As <see cref="FindQuote"/>, of a string of any length with anything in it.</summary>
    private static int FindDistantQuote(ReadOnlySpan<byte> json, int at, out FieldText text)
    {
        // The end of the document: a block of which the string is the last part.
        var blockAt = json.Length - Vector256<byte>.Count;
        if (blockAt >= 0 && blockAt < at && at < json.Length && TryFindNearQuote(json, at, blockAt, out var end, out text))
            return end;
        var start = at;
        text = FieldText.Plain;
        while (true)
        {
            var length = json[at..].IndexOfAny((byte)'"', (byte)'\\');
            if (length < 0)
                return -(int)PayloadFault.Truncated;
            at += length;
            if (json[at] == '"')
                break;
            text = FieldText.Coded;
            var read = JsonText.ReadEscape(json[at..], out _);
            if (read <= 0)
                return read < 0 ? -(int)PayloadFault.Truncated : -(int)PayloadFault.NotJson;
            at += read;
        }
        if (text == FieldText.Plain && Ascii.IsValid(json[start..at]))
            text = FieldText.Ascii;
        return at;
    }

    private static int SkipLiteral(ReadOnlySpan<byte> json, int at, ReadOnlySpan<byte> literal)
    {
        var rest = json[at..];
        if (!rest.StartsWith(literal))
            return literal.StartsWith(rest) ? -(int)PayloadFault.Truncated : -(int)PayloadFault.NotJson;
        return at + literal.Length;
    }

    /// <summary>Any run of the characters of numbers that begins like one; whether it is one shows when it is asked for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SkipNumber(ReadOnlySpan<byte> json, int at)
    {
        if (At(json, at) != '-' && !char.IsAsciiDigit((char)At(json, at)))
            return NotJsonAt(json, at);
        do
            at++;
        while ((uint)at < (uint)json.Length && (char.IsAsciiDigit((char)json[at]) || json[at] is (byte)'.' or (byte)'-' or (byte)'+' or (byte)'e' or (byte)'E'));
        return at;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int SkipSpace(ReadOnlySpan<byte> json, int at) => At(json, at) > ' ' ? at : SkipSpaces(json, at);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int SkipSpaces(ReadOnlySpan<byte> json, int at)
    {
        while ((uint)at < (uint)json.Length && XmlScanner.IsSpace(json[at]))
            at++;
        return at;
    }

    /// <summary>The character at that place; none that JSON knows where the document ends before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte At(ReadOnlySpan<byte> json, int at) => (uint)at < (uint)json.Length ? json[at] : (byte)0;

    private static int NotJsonAt(ReadOnlySpan<byte> json, int at) => at < json.Length ? -(int)PayloadFault.NotJson : -(int)PayloadFault.Truncated;
}
