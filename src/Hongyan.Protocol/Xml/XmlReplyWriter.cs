using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Hongyan.Protocol;

/// <summary>Writes the XML of a reply as the platform's own samples have it: text in CDATA, numbers bare.</summary>
internal readonly struct XmlReplyWriter(IBufferWriter<byte> output)
{
    public void Open(ReadOnlySpan<byte> name)
    {
        output.Write("<"u8);
        output.Write(name);
        output.Write(">"u8);
    }

    public void Close(ReadOnlySpan<byte> name)
    {
        output.Write("</"u8);
        output.Write(name);
        output.Write(">"u8);
    }

    /// <summary>An element with text, whatever is in it: the end of a CDATA section and forbidden characters included.</summary>
    public void Text(ReadOnlySpan<byte> name, string text)
    {
        using var utf8 = new RentedBytes(Encoding.UTF8.GetMaxByteCount(text.Length), stackalloc byte[RentedBytes.StackSize]);
        // The encoder replaces lone surrogates by U+FFFD, so what follows is valid UTF-8.
        var length = Encoding.UTF8.GetBytes(text, utf8.Span);
        var bytes = utf8.Span[..length];
        ReplaceForbidden(bytes);
        Text(name, (ReadOnlySpan<byte>)bytes);
    }

    public void Text(ReadOnlySpan<byte> name, ReadOnlySpan<byte> utf8)
    {
        if (utf8.IndexOf(XmlText.CDataEnd) < 0)
        {
            Element(name, XmlText.CDataStart, utf8, XmlText.CDataEnd);
            return;
        }

        Open(name);
        output.Write(XmlText.CDataStart);
        for (var end = utf8.IndexOf(XmlText.CDataEnd); end >= 0; end = utf8.IndexOf(XmlText.CDataEnd))
        {
            // "]]>" cannot stand in a section, so it is split between two.
            output.Write(utf8[..(end + 2)]);
            output.Write("]]><![CDATA["u8);
            utf8 = utf8[(end + 2)..];
        }
        output.Write(utf8);
        output.Write(XmlText.CDataEnd);
        Close(name);
    }

    /// <summary>A whole element in one piece: asking the output for memory costs more than copying a few bytes.</summary>
    private void Element(ReadOnlySpan<byte> name, ReadOnlySpan<byte> before, ReadOnlySpan<byte> content, ReadOnlySpan<byte> after)
    {
        var length = 2 * name.Length + "<></>".Length + before.Length + content.Length + after.Length;
        var rest = output.GetSpan(length);
        Append(ref rest, "<"u8);
        Append(ref rest, name);
        Append(ref rest, ">"u8);
        Append(ref rest, before);
        Append(ref rest, content);
        Append(ref rest, after);
        Append(ref rest, "</"u8);
        Append(ref rest, name);
        Append(ref rest, ">"u8);
        output.Advance(length);
    }

    private static void Append(ref Span<byte> rest, ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(rest);
        rest = rest[bytes.Length..];
    }

    /// <summary>An element with text; nothing at all where there is none.</summary>
    public void OptionalText(ReadOnlySpan<byte> name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
            Text(name, text);
    }

    public void Number(ReadOnlySpan<byte> name, long number)
    {
        Span<byte> digits = stackalloc byte[20];
        Utf8Formatter.TryFormat(number, digits, out var written);
        Verbatim(name, digits[..written]);
    }

    public void Number(ReadOnlySpan<byte> name, double number)
    {
        // The longest double has 24 characters.
        Span<byte> digits = stackalloc byte[32];
        number.TryFormat(digits, out var written, format: default, CultureInfo.InvariantCulture);
        Verbatim(name, digits[..written]);
    }

    public void Flag(ReadOnlySpan<byte> name, bool value) => Verbatim(name, value ? "true"u8 : "false"u8);

    /// <summary>An element with what is given, unescaped: for what the caller knows to hold no markup.</summary>
    public void Verbatim(ReadOnlySpan<byte> name, ReadOnlySpan<byte> utf8) => Element(name, default, utf8, default);

    /// <summary>XML 1.0 has no way to write most control characters, escaped or not; they become spaces.</summary>
    private static void ReplaceForbidden(Span<byte> utf8)
    {
        for (var rest = utf8; rest.IndexOfAnyInRange((byte)0, (byte)0x1F) is >= 0 and var at; rest = rest[(at + 1)..])
        {
            if (rest[at] is not ((byte)'\t' or (byte)'\n' or (byte)'\r'))
                rest[at] = (byte)' ';
        }

        // The two non-characters U+FFFE and U+FFFF are forbidden as well; they become U+FFFD.
        for (var rest = utf8; rest.IndexOf("\uFFFF"u8[..2]) is >= 0 and var at; rest = rest[(at + 3)..])
        {
            if (rest[at + 2] is 0xBE or 0xBF)
                rest[at + 2] = 0xBD;
        }
    }
}
