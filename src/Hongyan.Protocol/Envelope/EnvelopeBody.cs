using System.Text;

namespace Hongyan.Protocol;

/// <summary>What the body of a callback has on its first level, looked at before anybody has verified anything.</summary>
internal ref struct EnvelopeBody
{
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
        var fields = new PayloadFieldList(stackalloc PayloadField[PayloadFieldList.UnverifiedLimit], stackalloc byte[PayloadFieldList.Slots], limit);
        var document = XmlText.WithoutByteOrderMark(body);
        var fault = XmlScanner.ScanDocument(document, ref fields);
        return fault == PayloadFault.None
            ? Look(body, new PayloadFields(document, fields), ref read)
            : Refuse(body, fault, isJson: false);
    }

    /// <summary>Reads a body that is XML or JSON.</summary>
    /// <param name="body">The body as it arrived.</param>
    /// <param name="limit">Elements or members that it may have.</param>
    /// <param name="read">What it has.</param>
    /// <returns>A result without a message.</returns>
    public static EnvelopeResult Read(ReadOnlySpan<byte> body, int limit, out EnvelopeBody read)
    {
        read = default;
        var fields = new PayloadFieldList(stackalloc PayloadField[PayloadFieldList.UnverifiedLimit], stackalloc byte[PayloadFieldList.Slots], limit);
        var fault = PayloadFields.Read(body, ref fields, out var payload);
        return fault == PayloadFault.None ? Look(body, payload, ref read) : Refuse(body, fault, payload.IsJson);
    }

    private static EnvelopeResult Look(ReadOnlySpan<byte> body, scoped PayloadFields payload, ref EnvelopeBody read)
    {
        read.HasMessage = payload.Contains("MsgType"u8);
        var index = payload.IndexOf("Encrypt"u8);
        if (index < 0)
            return EnvelopeResult.Opened(default);
        read.HasEncrypt = true;
        if (payload.IndexAfter(index, "Encrypt"u8) >= 0)
            return EnvelopeResult.Failed(CallbackError.ParseFailed, "the body has more than one Encrypt");
        if (!payload.TryGetRun("Encrypt"u8, out var content))
        {
            // Some writers of JSON escape the slashes of base64.
            if (!payload.IsJson || payload.ContentAt(index) is not [(byte)'"', ..])
                return EnvelopeResult.Failed(CallbackError.ParseFailed, "Encrypt holds more than text");
            read.Encrypt = Encoding.UTF8.GetBytes(payload.TextAt(index));
            return EnvelopeResult.Opened(default);
        }

        var text = content.Trim(" \t\r\n"u8);
        if (body.Overlaps(text, out var start))
            read.Encrypt = body.Slice(start, text.Length);
        return EnvelopeResult.Opened(default);
    }

    private static EnvelopeResult Refuse(ReadOnlySpan<byte> body, PayloadFault fault, bool isJson) =>
        EnvelopeResult.Failed(CallbackError.ParseFailed, body.IsEmpty ? "the body is empty" : fault.Describe(isJson));
}
