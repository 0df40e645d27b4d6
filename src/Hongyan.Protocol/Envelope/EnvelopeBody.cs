using System.Text.Json;

namespace Hongyan.Protocol;

/// <summary>What the body of a callback has on its first level, looked at before anybody has verified anything.</summary>
internal ref struct EnvelopeBody
{
    private const string MoreThanOne = "the body has more than one Encrypt";
    private const string MoreThanText = "Encrypt holds more than text";

    /// <summary>Whether there is an encrypted message.</summary>
    public bool HasEncrypt { get; private set; }

    /// <summary>The encrypted message: base64 in a body that is what it seems to be.</summary>
    public ReadOnlySpan<byte> Encrypt { get; private set; }

    /// <summary>Whether the message itself stands here in plaintext.</summary>
    public bool HasMessage { get; private set; }

    /// <summary>Reads a body that is XML.</summary>
    /// <param name="body">The body as it arrived.</param>
    /// <param name="limit">Elements that it may have.</param>
    /// <param name="read">What it has.</param>
    /// <returns>A result without a message.</returns>
    public static EnvelopeResult ReadXml(ReadOnlySpan<byte> body, int limit, out EnvelopeBody read)
    {
        read = default;
        var fields = new XmlFieldList(stackalloc XmlField[XmlFieldList.StackSize], limit);
        var document = XmlText.WithoutByteOrderMark(body);
        var fault = XmlScanner.ScanDocument(document, ref fields);
        if (fault != XmlFault.None)
            return EnvelopeResult.Failed(CallbackError.ParseFailed, body.IsEmpty ? "the body is empty" : fault.Describe());

        var xml = new PayloadFields(document, fields.Fields);
        read.HasMessage = xml.IndexOf("MsgType"u8) >= 0;
        var index = xml.IndexOf("Encrypt"u8);
        if (index < 0)
            return EnvelopeResult.Opened(default);
        read.HasEncrypt = true;
        if (xml.IndexOf("Encrypt"u8, index + 1) >= 0)
            return EnvelopeResult.Failed(CallbackError.ParseFailed, MoreThanOne);
        if (!XmlText.TryGetRun(xml.ContentAt(index), out var content))
            return EnvelopeResult.Failed(CallbackError.ParseFailed, MoreThanText);

        var text = content.Trim(" \t\r\n"u8);
        if (body.Overlaps(text, out var start))
            read.Encrypt = body.Slice(start, text.Length);
        return EnvelopeResult.Opened(default);
    }

    /// <summary>Whether a body is JSON rather than XML.</summary>
    public static bool IsJson(ReadOnlySpan<byte> body) => XmlText.WithoutByteOrderMark(body).TrimStart(" \t\r\n"u8) is [(byte)'{', ..];

    /// <summary>Reads a body that is JSON.</summary>
    /// <param name="body">The body as it arrived.</param>
    /// <param name="read">What it has.</param>
    /// <returns>A result without a message.</returns>
    public static EnvelopeResult ReadJson(ReadOnlySpan<byte> body, out EnvelopeBody read)
    {
        read = default;
        var reader = new Utf8JsonReader(XmlText.WithoutByteOrderMark(body));
        try
        {
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isEncrypt = reader.ValueTextEquals("Encrypt"u8) || reader.ValueTextEquals("encrypt"u8);
                read.HasMessage |= reader.ValueTextEquals("MsgType"u8);
                reader.Read();
                if (isEncrypt && read.HasEncrypt)
                    return EnvelopeResult.Failed(CallbackError.ParseFailed, MoreThanOne);
                if (isEncrypt && reader.TokenType != JsonTokenType.String)
                    return EnvelopeResult.Failed(CallbackError.ParseFailed, MoreThanText);
                if (isEncrypt)
                {
                    read.HasEncrypt = true;
                    read.Encrypt = TextOf(ref reader);
                }
                reader.Skip();
            }
            // Whatever follows the object makes it none.
            reader.Read();
            return EnvelopeResult.Opened(default);
        }
        // The second: half a surrogate pair in an escape.
        catch (Exception notJson) when (notJson is JsonException or InvalidOperationException)
        {
            read = default;
            return EnvelopeResult.Failed(CallbackError.ParseFailed, "the body is not JSON");
        }
    }

    /// <summary>Some writers of JSON escape the slashes of base64.</summary>
    private static ReadOnlySpan<byte> TextOf(scoped ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
            return reader.ValueSpan;
        var text = new byte[reader.ValueSpan.Length];
        return text.AsSpan(0, reader.CopyString(text));
    }
}
