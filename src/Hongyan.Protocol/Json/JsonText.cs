using System.Runtime.CompilerServices;
using System.Text;

namespace Hongyan.Protocol;

/// <summary>Turns a JSON value into text: a string without quotes and escapes, a number or a truth value as it is written.</summary>
internal static class JsonText
{
    /// <summary>The value as bytes where nothing in it has to be decoded, which is nearly always so.</summary>
    /// <param name="value">The value as it is written.</param>
    /// <param name="run">The bytes.</param>
    public static bool TryGetRun(ReadOnlySpan<byte> value, out ReadOnlySpan<byte> run)
    {
        run = value;
        if (value.IsEmpty)
            return true;
        if (value[0] is (byte)'{' or (byte)'[')
            return false;
        run = WithoutQuotes(value);
        return run.IndexOf((byte)'\\') < 0;
    }

    /// <summary>What stands between the quotes of a string; a number or a truth value as it is.</summary>
    public static ReadOnlySpan<byte> WithoutQuotes(ReadOnlySpan<byte> value) => value[0] == '"' ? value[1..^1] : value;

    /// <summary>The text of the value; an object contributes nothing.</summary>
    public static string Decode(ReadOnlySpan<byte> value)
    {
        if (TryGetRun(value, out var run))
            return ShortText.Decode(run);
        return value[0] == '"' ? Unescape(run) : "";
    }

    /// <summary>Whether what stands between two quotes is that text, in any case of its ASCII letters.</summary>
    public static bool EqualsIgnoreCase(ReadOnlySpan<byte> inside, ReadOnlySpan<byte> text)
    {
        Span<byte> buffer = stackalloc byte[4];
        while (!inside.IsEmpty)
        {
            scoped var piece = inside[..1];
            var read = 1;
            if (inside[0] == '\\')
            {
                read = ReadEscape(inside, out var rune);
                piece = buffer[..rune.EncodeToUtf8(buffer)];
            }
            if (text.Length < piece.Length || !piece.SequenceEqual(text[..piece.Length]) && !Ascii.EqualsIgnoreCase(piece, text[..piece.Length]))
                return false;
            inside = inside[read..];
            text = text[piece.Length..];
        }
        return text.IsEmpty;
    }

    /// <summary>The text of what stands between two quotes.</summary>
    [SkipLocalsInit]
    public static string Unescape(ReadOnlySpan<byte> inside)
    {
        // An escape is never shorter than what it stands for.
        var text = inside.Length <= 256 ? stackalloc byte[256] : new byte[inside.Length];
        var written = 0;
        while (!inside.IsEmpty)
        {
            var length = inside.IndexOf((byte)'\\');
            length = length < 0 ? inside.Length : length;
            inside[..length].CopyTo(text[written..]);
            written += length;
            inside = inside[length..];
            if (inside.IsEmpty)
                break;
            inside = inside[ReadEscape(inside, out var rune)..];
            written += rune.EncodeToUtf8(text[written..]);
        }
        return ShortText.Decode(text[..written]);
    }

    /// <summary>Reads an escape, or the two of a surrogate pair, at the start of <paramref name="text"/>. Half a pair reads as U+FFFD.</summary>
    /// <returns>Its length in bytes; 0 where it is none, -1 where the text ends within it.</returns>
    public static int ReadEscape(ReadOnlySpan<byte> text, out Rune rune)
    {
        rune = Rune.ReplacementChar;
        if (text.Length < 2)
            return -1;
        if (text[1] == 'u')
        {
            var read = ReadUnit(text, out var high);
            if (read <= 0 || Rune.TryCreate(high, out rune))
                return read;
            if (ReadUnit(text[6..], out var low) > 0 && Rune.TryCreate(high, low, out rune))
                return 12;
            rune = Rune.ReplacementChar;
            return 6;
        }

        var character = text[1] switch
        {
            (byte)'"' => '"',
            (byte)'\\' => '\\',
            (byte)'/' => '/',
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            _ => '\0',
        };
        if (character == '\0')
            return 0;
        rune = new Rune(character);
        return 2;
    }

    private static int ReadUnit(ReadOnlySpan<byte> text, out char unit)
    {
        unit = '\0';
        if (!text.StartsWith("\\u"u8))
            return 0;
        if (text.Length < 6)
            return -1;
        var code = 0;
        foreach (var digit in text[2..6])
        {
            if (!char.IsAsciiHexDigit((char)digit))
                return 0;
            // The letters of both cases stand at 1 to 6 of their columns.
            code = code << 4 | (digit & 0xF) + (digit > '9' ? 9 : 0);
        }
        unit = (char)code;
        return 6;
    }
}
