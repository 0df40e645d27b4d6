using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Hongyan.Protocol;

/// <summary>
/// The encrypted envelope of one WeCom robot (智能机器人), in JSON: verifies and opens what the platform sends, seals what is answered.
/// The signature and the cipher are those of <see cref="CallbackEnvelope"/>, with an empty receiveid. Safe to share between threads.
/// </summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/101033.</remarks>
public sealed class RobotEnvelope : ICallbackEnvelope
{
    private readonly byte[] _token;
    private readonly MessageCipher _cipher;
    private readonly CallbackEnvelope _envelope;

    /// <summary>Takes what the robot's page shows under API 模式 → URL 回调.</summary>
    /// <param name="token">Token: 1 to 32 letters and digits.</param>
    /// <param name="encodingAesKey">EncodingAESKey: 43 characters.</param>
    /// <exception cref="FormatException">The key is not 43 characters of base64.</exception>
    public RobotEnvelope(string token, string encodingAesKey)
    {
        _token = Encoding.UTF8.GetBytes(token);
        _cipher = new MessageCipher(encodingAesKey, receiveId: "");
        _envelope = new CallbackEnvelope(token, encodingAesKey, receiveId: "");
    }

    /// <inheritdoc/>
    public bool EncryptsEcho => true;

    /// <inheritdoc/>
    public string ContentType => "application/json; charset=utf-8";

    /// <inheritdoc/>
    public EnvelopeResult VerifyUrl(in CallbackQuery query) => _envelope.VerifyUrl(query);

    /// <summary>Opens a callback (POST): <see cref="Verify"/>, then <see cref="Decrypt"/>.</summary>
    /// <param name="query">The query of the request.</param>
    /// <param name="body">The body as it arrived.</param>
    public EnvelopeResult Open(in CallbackQuery query, ReadOnlySpan<byte> body)
    {
        var verified = Verify(query, body, out var content);
        return verified.Succeeded ? Decrypt(content) : verified;
    }

    /// <inheritdoc/>
    public EnvelopeResult Verify(scoped in CallbackQuery query, ReadOnlySpan<byte> body, out ReadOnlySpan<byte> content)
    {
        content = default;
        var read = EnvelopeBody.Read(body, PayloadFieldList.UnverifiedLimit, out var envelope);
        return read.Succeeded ? _envelope.VerifyRead(query, envelope, out content) : read;
    }

    /// <inheritdoc/>
    public EnvelopeResult Decrypt(ReadOnlySpan<byte> content) => _envelope.Decrypt(content);

    /// <summary>Seals an answer and writes its envelope, signed over the timestamp and nonce given.</summary>
    /// <param name="message">The reply (UTF-8 JSON).</param>
    /// <param name="timestamp">Unix seconds; the request's own will do.</param>
    /// <param name="nonce">The nonce of the request: the platform asks for the same one.</param>
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
        ArgumentNullException.ThrowIfNull(output);
        // The ciphertext is made where it will stand, and signed there; base64 needs no escape in JSON.
        var encryptedLength = MessageCipher.EncryptedLengthOf(_cipher.PaddedLengthOf(message.Length));
        var length = EncryptOpen.Length + encryptedLength + SignatureOpen.Length + SignatureVerifier.SignatureLength;
        var start = output.GetSpan(length);
        var encrypted = start.Slice(EncryptOpen.Length, encryptedLength);
        EncryptOpen.CopyTo(start);
        _cipher.Encrypt(message, randomPrefix, encrypted);

        var rest = start[(EncryptOpen.Length + encryptedLength)..];
        SignatureOpen.CopyTo(rest);
        using (var query = new QueryBytes(timestamp, nonce, stackalloc byte[RentedBytes.StackSize]))
            SignatureVerifier.Sign(_token, query.Timestamp, query.Nonce, encrypted, rest.Slice(SignatureOpen.Length, SignatureVerifier.SignatureLength));
        output.Advance(length);

        output.Write("\",\"timestamp\":"u8);
        // A number, as the platform has it; any other string as a string, over which the signature was made.
        if (long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds.ToString(CultureInfo.InvariantCulture) == timestamp)
            output.Write(Encoding.ASCII.GetBytes(timestamp));
        else
            WriteText(timestamp, output);
        output.Write(",\"nonce\":"u8);
        WriteText(nonce, output);
        output.Write("}"u8);
    }

    private static ReadOnlySpan<byte> EncryptOpen => "{\"encrypt\":\""u8;

    private static ReadOnlySpan<byte> SignatureOpen => "\",\"msgsignature\":\""u8;

    private static void WriteText(string text, IBufferWriter<byte> output)
    {
        output.Write("\""u8);
        output.Write(JsonEncodedText.Encode(text).EncodedUtf8Bytes);
        output.Write("\""u8);
    }
}
