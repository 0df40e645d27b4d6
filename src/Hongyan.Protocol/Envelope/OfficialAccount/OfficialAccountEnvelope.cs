using System.Buffers;
using System.Text;
using Hongyan.OfficialAccount;

namespace Hongyan.Protocol;

/// <summary>
/// The envelope of an Official Account (公众号) in the mode that is configured. The mode is enforced: whoever could choose it for a request
/// could choose the one that is signed least.
/// </summary>
/// <remarks>
/// Source: developers.weixin.qq.com/doc/offiaccount/Basic_Information/Access_Overview.html and
/// /doc/oplatform/Third-party_Platforms/2.0/api/Before_Develop/Message_encryption_and_decryption.html. A body is XML or, as a mini program may
/// have it, JSON; answers are XML.
/// </remarks>
public sealed class OfficialAccountEnvelope : ICallbackEnvelope
{
    private readonly byte[] _token;
    private readonly EncryptionMode _mode;
    private readonly CallbackEnvelope? _encrypted;

    /// <summary>Takes what the page 基本配置 shows.</summary>
    /// <param name="mode">消息加解密方式.</param>
    /// <param name="token">Token: 3 to 32 letters and digits.</param>
    /// <param name="encodingAesKey">EncodingAESKey: 43 characters; not looked at in plaintext mode.</param>
    /// <param name="appId">Whom a message must be meant for: the AppID.</param>
    /// <exception cref="FormatException">The key is needed and is not 43 characters of base64.</exception>
    public OfficialAccountEnvelope(EncryptionMode mode, string token, string? encodingAesKey, string appId)
    {
        _token = Encoding.UTF8.GetBytes(token);
        _mode = mode;
        _encrypted = mode == EncryptionMode.Plaintext ? null : new CallbackEnvelope(token, encodingAesKey ?? "", appId);
    }

    /// <inheritdoc/>
    public bool EncryptsEcho => false;

    /// <inheritdoc/>
    public string ContentType => CallbackEnvelope.XmlContentType;

    /// <summary>Answers a URL verification (GET), which is the same in all modes: echostr goes back as it came, and nothing is ever decrypted.</summary>
    public EnvelopeResult VerifyUrl(in CallbackQuery query)
    {
        if (string.IsNullOrEmpty(query.Echo))
            return EnvelopeResult.Failed(CallbackError.ParseFailed, "echostr is missing");
        var verified = VerifyPlainSignature(query);
        return verified.Succeeded ? EnvelopeResult.Opened(Encoding.UTF8.GetBytes(query.Echo)) : verified;
    }

    /// <summary>Opens a callback (POST): <see cref="Verify"/>, then <see cref="Decrypt"/>.</summary>
    /// <param name="query">The query of the request.</param>
    /// <param name="body">The body as it arrived.</param>
    public EnvelopeResult Open(in CallbackQuery query, ReadOnlySpan<byte> body)
    {
        var verified = Verify(query, body, out var content);
        return verified.Succeeded ? Decrypt(content) : verified;
    }

    /// <summary>
    /// Whether a callback (POST) is the platform's and in the mode that is configured: <c>signature</c> in every mode, <c>msg_signature</c>
    /// in the two that encrypt.
    /// </summary>
    /// <param name="query">The query of the request.</param>
    /// <param name="body">The body as it arrived.</param>
    /// <param name="content">The message in plaintext mode, the encrypted message otherwise; empty where the callback is refused.</param>
    /// <returns>A result without a message.</returns>
    public EnvelopeResult Verify(scoped in CallbackQuery query, ReadOnlySpan<byte> body, out ReadOnlySpan<byte> content)
    {
        content = default;
        var verified = VerifyPlainSignature(query);
        if (!verified.Succeeded)
            return verified;

        // An envelope has two elements; in the other modes there is a message, which may be long.
        var limit = _mode == EncryptionMode.Safe ? PayloadFieldList.UnverifiedLimit : PayloadFieldList.Limit;
        var read = EnvelopeBody.Read(body, limit, out var envelope);
        if (!read.Succeeded)
            return read;
        if (_encrypted is null)
        {
            // Never the plaintext half of the compatible mode: its ciphertext is another one each time, so a retry would look like a new message.
            if (envelope.HasEncrypt)
                return WrongMode("the body is encrypted, but Mode is Plaintext: set it to what the page 基本配置 shows");
            content = body;
            return verified;
        }
        if (_mode == EncryptionMode.Safe && envelope.HasEncrypt && envelope.HasMessage)
            return WrongMode("the body has the message in plaintext too, but Mode is Safe: set it to Compatible, or the account to 安全模式");
        return _encrypted.VerifyRead(query, envelope, out content);
    }

    /// <summary>What a callback says that was verified.</summary>
    /// <param name="content">From <see cref="Verify"/>.</param>
    public EnvelopeResult Decrypt(ReadOnlySpan<byte> content) => _encrypted is null ? EnvelopeResult.Opened(content.ToArray()) : _encrypted.Decrypt(content);

    /// <summary>Writes an answer in the mode of the requests: as it is in plaintext mode, encrypted and signed otherwise.</summary>
    /// <param name="message">The reply (UTF-8 XML).</param>
    /// <param name="timestamp">Unix seconds; the request's own will do.</param>
    /// <param name="nonce">Any string; the request's own will do.</param>
    /// <param name="output">Receives the body of the response.</param>
    public void Seal(ReadOnlySpan<byte> message, string timestamp, string nonce, IBufferWriter<byte> output)
    {
        if (_encrypted is null)
            output.Write(message);
        else
            _encrypted.Seal(message, timestamp, nonce, output);
    }

    private EnvelopeResult VerifyPlainSignature(in CallbackQuery query) =>
        QuerySignature.Verify(_token, "signature", query.PlainSignature, query, default);

    private static EnvelopeResult WrongMode(string reason) => EnvelopeResult.Failed(CallbackError.ParseFailed, reason);
}
