using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Hongyan.Protocol;

/// <summary>Turns the content of an element into text: CDATA sections, entities and plain runs, in any mixture.</summary>
internal static class XmlText
{
    public static ReadOnlySpan<byte> CDataStart => "<![CDATA["u8;

    public static ReadOnlySpan<byte> CDataEnd => "]]>"u8;

    /// <summary>The document without the mark that some senders put before it.</summary>
    public static ReadOnlySpan<byte> WithoutByteOrderMark(ReadOnlySpan<byte> xml) => xml.StartsWith("\uFEFF"u8) ? xml[3..] : xml;

    /// <summary>The content as bytes where it is one plain run or one CDATA section, which it nearly always is.</summary>
    public static bool TryGetRun(ReadOnlySpan<byte> content, out ReadOnlySpan<byte> run)
    {
        run = content;
        if (content.IndexOfAny((byte)'<', (byte)'&') < 0)
            return true;

        var trimmed = content.Trim(" \t\r\n"u8);
        if (!trimmed.StartsWith(CDataStart))
            return false;
        run = trimmed[CDataStart.Length..];
        var end = run.IndexOf(CDataEnd);
        if (end != run.Length - CDataEnd.Length)
            return false;
        run = run[..end];
        return true;
    }

    /// <summary>The text of the content; child elements contribute nothing.</summary>
    public static string Decode(ReadOnlySpan<byte> content)
    {
        if (TryGetRun(content, out var run))
            return ShortText.Decode(run);

        var text = new ArrayBufferWriter<byte>(content.Length);
        var depth = 0;
        while (!content.IsEmpty)
        {
            if (content.StartsWith(CDataStart))
            {
                var section = content[CDataStart.Length..];
                var end = section.IndexOf(CDataEnd);
                if (depth == 0)
                    text.Write(section[..end]);
                content = section[(end + CDataEnd.Length)..];
            }
            else if (content[0] == '<')
            {
                content = SkipTag(content, ref depth);
            }
            else if (content[0] == '&')
            {
                var read = ReadEntity(content, out var rune);
                if (depth == 0)
                    text.Advance(rune.EncodeToUtf8(text.GetSpan(4)));
                content = content[read..];
            }
            else
            {
                var length = content.IndexOfAny((byte)'<', (byte)'&');
                length = length < 0 ? content.Length : length;
                if (depth == 0)
                    text.Write(content[..length]);
                content = content[length..];
            }
        }
        return Encoding.UTF8.GetString(text.WrittenSpan);
    }

    /// <summary>Reads an entity at the start of <paramref name="text"/>.</summary>
    /// <returns>Its length in bytes, or 0 where it is none of the five predefined ones and no character reference.</returns>
    public static int ReadEntity(ReadOnlySpan<byte> text, out Rune rune)
    {
        rune = Rune.ReplacementChar;
        var end = text[..Math.Min(text.Length, 12)].IndexOf((byte)';');
        if (end < 0)
            return 0;

        var name = text[1..end];
        if (name.StartsWith("#"u8))
        {
            var hexadecimal = name.Length > 1 && name[1] is (byte)'x' or (byte)'X';
            var digits = hexadecimal ? name[2..] : name[1..];
            if (!Utf8Parser.TryParse(digits, out uint code, out var read, hexadecimal ? 'x' : 'D') || read != digits.Length)
                return 0;
            if (Rune.TryCreate(code, out var created))
                rune = created;
            return end + 1;
        }

        var character = name switch
        {
            _ when name.SequenceEqual("amp"u8) => '&',
            _ when name.SequenceEqual("lt"u8) => '<',
            _ when name.SequenceEqual("gt"u8) => '>',
            _ when name.SequenceEqual("quot"u8) => '"',
            _ when name.SequenceEqual("apos"u8) => '\'',
            _ => '\0',
        };
        if (character == '\0')
            return 0;
        rune = new Rune(character);
        return end + 1;
    }

    /// <summary>Skips a tag, comment or instruction of content already checked, counting how deep it leads.</summary>
    private static ReadOnlySpan<byte> SkipTag(ReadOnlySpan<byte> content, scoped ref int depth)
    {
        // As the scanner does, look for the end behind the start: "<!-->" and "<?>" only open, although they hold both.
        if (content.StartsWith("<!--"u8))
            return content[(4 + content[4..].IndexOf("-->"u8) + 3)..];
        if (content.StartsWith("<?"u8))
            return content[(2 + content[2..].IndexOf("?>"u8) + 2)..];

        byte quote = 0;
        var at = 1;
        for (; quote != 0 || content[at] != '>'; at++)
        {
            var b = content[at];
            if (quote != 0)
                quote = b == quote ? (byte)0 : quote;
            else if (b is (byte)'"' or (byte)'\'')
                quote = b;
        }
        if (content[1] == '/')
            depth--;
        else if (content[at - 1] != '/')
            depth++;
        return content[(at + 1)..];
    }
}
