using System.Buffers;
using System.Text;

namespace Hongyan.Protocol;

/// <summary>
/// The encrypted envelope of one account: verifies and opens what the platform sends, seals what is answered.
/// Encrypted only: plaintext, a missing signature and a foreign receiveid are refused. Safe to share between threads.
/// </summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90930 and /90968.</remarks>
public sealed class CallbackEnvelope : ICallbackEnvelope
{
    internal const string XmlContentType = "text/xml; charset=utf-8";

    private readonly byte[] _token;
    private readonly MessageCipher _cipher;

    /// <summary>Takes what the app's 接收消息 page shows.</summary>
    /// <param name="token">Token: 1 to 32 letters and digits.</param>
    /// <param name="encodingAesKey">EncodingAESKey: 43 characters.</param>
    /// <param name="receiveId">Whom a message must be meant for: the corp id for an app of the corp.</param>
    /// <exception cref="FormatException">The key is not 43 characters of base64.</exception>
    public CallbackEnvelope(string token, string encodingAesKey, string receiveId)
    {
        _token = Encoding.UTF8.GetBytes(token);
        _cipher = new MessageCipher(encodingAesKey, receiveId);
    }

    /// <inheritdoc/>
    public bool EncryptsEcho => true;

    /// <inheritdoc/>
    public string ContentType => XmlContentType;

    /// <summary>Answers a URL verification (GET): the message of the result is the body to return, as it stands.</summary>
    public EnvelopeResult VerifyUrl(in CallbackQuery query)
    {
        if (string.IsNullOrEmpty(query.Echo))
            return EnvelopeResult.Failed(CallbackError.ParseFailed, "echostr is missing");

        using var echo = new RentedBytes(Encoding.UTF8.GetMaxByteCount(query.Echo.Length), stackalloc byte[RentedBytes.StackSize]);
        var length = Encoding.UTF8.GetBytes(query.Echo, echo.Span);
        var verified = VerifySignature(query, echo.Span[..length]);
        return verified.Succeeded ? Decrypt(echo.Span[..length]) : verified;
    }

    /// <summary>Opens a callback (POST): <see cref="Verify"/>, then <see cref="Decrypt"/>.</summary>
    /// <param name="query">The query of the request.</param>
    /// <param name="body">The body as it arrived.</param>
    public EnvelopeResult Open(in CallbackQuery query, ReadOnlySpan<byte> body)
    {
        var verified = Verify(query, body, out var content);
        return verified.Succeeded ? Decrypt(content) : verified;
    }

    /// <summary>The first half of <see cref="Open"/>: whether a callback (POST) is the platform's.</summary>
    /// <param name="query">The query of the request.</param>
    /// <param name="body">The body as it arrived.</param>
    /// <param name="content">The encrypted message; empty where the callback is refused.</param>
    /// <returns>A result without a message.</returns>
    public EnvelopeResult Verify(scoped in CallbackQuery query, ReadOnlySpan<byte> body, out ReadOnlySpan<byte> content)
    {
        // Nobody has verified anything yet, so an envelope has to do with what the stack holds; a real one has three elements.
        // XML, except where the callback URL has callback_format=json (developer.work.weixin.qq.com/document/path/97478).
        var read = body.TrimStart(" \t\r\n"u8) is [(byte)'{', ..]
            ? EnvelopeBody.Read(body, PayloadFieldList.UnverifiedLimit, out var envelope)
            : EnvelopeBody.ReadXml(body, PayloadFieldList.UnverifiedLimit, out envelope);
        return read.Succeeded ? VerifyRead(query, envelope, out content) : Refuse(read, out content);
    }

    /// <summary>As <see cref="Verify"/>, with a body that was read already.</summary>
    internal EnvelopeResult VerifyRead(scoped in CallbackQuery query, EnvelopeBody body, out ReadOnlySpan<byte> content)
    {
        if (!body.HasEncrypt)
            return Refuse(EnvelopeResult.Failed(CallbackError.ParseFailed, "the body has no Encrypt: this endpoint takes encrypted callbacks only"), out content);
        var verified = VerifySignature(query, body.Encrypt);
        if (!verified.Succeeded)
            return Refuse(verified, out content);
        content = body.Encrypt;
        return verified;
    }

    /// <summary>The second half of <see cref="Open"/>: what an encrypted message says that was verified.</summary>
    /// <param name="content">The text of Encrypt.</param>
    public EnvelopeResult Decrypt(ReadOnlySpan<byte> content) => _cipher.Decrypt(content);

    /// <summary>Seals an answer and writes its envelope, signed over the timestamp and nonce given.</summary>
    /// <param name="message">The reply (UTF-8 XML).</param>
    /// <param name="timestamp">Unix seconds; the request's own will do.</param>
    /// <param name="nonce">Any string; the request's own will do.</param>
    /// <param name="output">Receives the envelope.</param>
    public void Seal(ReadOnlySpan<byte> message, string timestamp, string nonce, IBufferWriter<byte> output)
    {
        Span<byte> prefix = stackalloc byte[RandomPrefix.Length];
        RandomPrefix.Fill(prefix);
        Seal(message, timestamp, nonce, prefix, output);
    }

    /// <summary>As the other overload, with 16 random bytes of the caller's, so that a known vector can be made byte for byte.</summary>
    public void Seal(ReadOnlySpan<byte> message, string timestamp, string nonce, ReadOnlySpan<byte> randomPrefix, IBufferWriter<byte> output)
    {
        // The ciphertext is made where it will stand, and signed there.
        var encryptedLength = MessageCipher.EncryptedLengthOf(_cipher.PaddedLengthOf(message.Length));
        var start = output.GetSpan(EncryptOpen.Length + encryptedLength + EncryptClose.Length);
        var encrypted = start.Slice(EncryptOpen.Length, encryptedLength);
        EncryptOpen.CopyTo(start);
        _cipher.Encrypt(message, randomPrefix, encrypted);
        EncryptClose.CopyTo(start[(EncryptOpen.Length + encryptedLength)..]);

        Span<byte> signature = stackalloc byte[SignatureVerifier.SignatureLength];
        using var query = new QueryBytes(timestamp, nonce, stackalloc byte[RentedBytes.StackSize]);
        SignatureVerifier.Sign(_token, query.Timestamp, query.Nonce, encrypted, signature);
        output.Advance(EncryptOpen.Length + encryptedLength + EncryptClose.Length);

        var xml = new XmlReplyWriter(output);
        xml.Text("MsgSignature"u8, signature);
        // Bare, as the platform has it; any other string goes where it can break nothing.
        if (query.Timestamp.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0)
            xml.Verbatim("TimeStamp"u8, query.Timestamp);
        else
            xml.Text("TimeStamp"u8, timestamp);
        xml.Text("Nonce"u8, nonce);
        xml.Close("xml"u8);
    }

    private static ReadOnlySpan<byte> EncryptOpen => "<xml><Encrypt><![CDATA["u8;

    private static ReadOnlySpan<byte> EncryptClose => "]]></Encrypt>"u8;

    private EnvelopeResult VerifySignature(in CallbackQuery query, ReadOnlySpan<byte> encrypted) =>
        QuerySignature.Verify(_token, "msg_signature", query.Signature, query, encrypted);

    private static EnvelopeResult Refuse(EnvelopeResult refusal, out ReadOnlySpan<byte> encrypted)
    {
        encrypted = default;
        return refusal;
    }
}
