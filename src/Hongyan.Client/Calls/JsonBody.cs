using System.Buffers;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Hongyan.Calls;

/// <summary>The JSON body of a call: written once, sent as often as needed.</summary>
/// <remarks>
/// Some endpoints refuse \uXXXX (40033) and text limits count bytes, so every character goes out as it is. Nothing here is ever put into
/// HTML, so nothing needs escaping for that.
/// </remarks>
internal static class JsonBody
{
    private const int EscapeLength = 6;
    private const int UsualLength = 512;

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Func<HttpContent> Of<T>(T body, JsonTypeInfo<T> type) => Of(writer => JsonSerializer.Serialize(writer, body, type));

    public static Func<HttpContent> Of(JsonObject body) => Of(writer => body.WriteTo(writer));

    /// <summary>An object whose members are written by the caller.</summary>
    public static Func<HttpContent> OfFields(Action<Utf8JsonWriter> writeFields) => Of(writer =>
    {
        writer.WriteStartObject();
        writeFields(writer);
        writer.WriteEndObject();
    });

    private static Func<HttpContent> Of(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(UsualLength);
        using (var writer = new Utf8JsonWriter(buffer, Relaxed))
            write(writer);
        var json = Unescape(buffer.WrittenMemory);
        return () => new ReadOnlyMemoryContent(json) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
    }

    /// <summary>Undoes what even the relaxed encoder escapes beyond ASCII: emoji, rare Chinese characters, private use.</summary>
    private static ReadOnlyMemory<byte> Unescape(ReadOnlyMemory<byte> json)
    {
        if (json.Span.IndexOf("\\u"u8) < 0)
            return json;

        var plain = new byte[json.Length];
        var written = 0;
        var rest = json.Span;
        while (!rest.IsEmpty)
        {
            if (TryReadEscape(rest, out var rune, out var length))
                written += rune.EncodeToUtf8(plain.AsSpan(written));
            else
            {
                // Any other escape stays, and both its bytes at once: the second may be a backslash too.
                length = rest[0] == '\\' ? 2 : 1;
                rest[..length].CopyTo(plain.AsSpan(written));
                written += length;
            }
            rest = rest[length..];
        }
        return plain.AsMemory(0, written);
    }

    private static bool TryReadEscape(ReadOnlySpan<byte> text, out Rune rune, out int length)
    {
        rune = default;
        length = EscapeLength;
        if (!TryReadUnit(text, out var first) || first < 0x80)
            return false;
        if (Rune.TryCreate(first, out rune))
            return true;
        length = 2 * EscapeLength;
        return TryReadUnit(text[EscapeLength..], out var second) && Rune.TryCreate(first, second, out rune);
    }

    private static bool TryReadUnit(ReadOnlySpan<byte> text, out char unit)
    {
        unit = default;
        if (text.Length < EscapeLength || !text.StartsWith("\\u"u8)
            || !ushort.TryParse(text[2..EscapeLength], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            return false;
        unit = (char)code;
        return true;
    }
}
