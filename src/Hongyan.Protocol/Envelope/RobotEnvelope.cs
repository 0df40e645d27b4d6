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
public sealed class RobotEnvelope
{
    private const int DeepestNesting = 16;

    private readonly byte[] _token;
    private readonly MessageCipher _cipher;
    private readonly CallbackEnvelope _verification;

    /// <summary>Takes what the robot's page shows under API 模式 → URL 回调.</summary>
    /// <param name="token">Token: 1 to 32 letters and digits.</param>
    /// <param name="encodingAesKey">EncodingAESKey: 43 characters.</param>
    /// <exception cref="FormatException">The key is not 43 characters of base64.</exception>
    public RobotEnvelope(string token, string encodingAesKey)
    {
        _token = Encoding.UTF8.GetBytes(token);
        _cipher = new MessageCipher(encodingAesKey, receiveId: "");
        _verification = new CallbackEnvelope(token, encodingAesKey, receiveId: "");
    }

    /// <summary>Answers a URL verification (GET): the message of the result is the body to return, as it stands.</summary>
    public EnvelopeResult VerifyUrl(in CallbackQuery query) => _verification.VerifyUrl(query);

    /// <summary>Opens a callback (POST): <see cref="Verify"/>, then <see cref="Decrypt"/>.</summary>
    /// <param name="query">The query of the request.</param>
    /// <param name="body">The body as it arrived.</param>
    public EnvelopeResult Open(in CallbackQuery query, ReadOnlySpan<byte> body)
    {
        var verified = Verify(query, body, out var encrypted);
        return verified.Succeeded ? Decrypt(encrypted.Span) : verified;
    }

    /// <summary>The first half of <see cref="Open"/>: whether a callback (POST) is the platform's.</summary>
    /// <param name="query">The query of the request.</param>
    /// <param name="body">The body as it arrived.</param>
    /// <param name="encrypted">The encrypted message; empty where it is refused.</param>
    /// <returns>A result without a message.</returns>
    public EnvelopeResult Verify(in CallbackQuery query, ReadOnlySpan<byte> body, out ReadOnlyMemory<byte> encrypted)
    {
        encrypted = default;
        if (FindEncrypted(body, out var found) is { } fault)
            return EnvelopeResult.Failed(CallbackError.ParseFailed, fault);
        var result = QuerySignature.Verify(_token, "msg_signature", query.Signature, query, found);
        if (result.Succeeded)
            encrypted = found;
        return result;
    }

    /// <summary>The second half of <see cref="Open"/>: what an encrypted message says that was verified.</summary>
    /// <param name="encrypted">The text of encrypt.</param>
    public EnvelopeResult Decrypt(ReadOnlySpan<byte> encrypted) => _cipher.Decrypt(encrypted);

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

    /// <summary>Finds the one ciphertext of a body that nobody has verified yet.</summary>
    /// <returns>What is wrong with the body; null where nothing is.</returns>
    private static string? FindEncrypted(ReadOnlySpan<byte> body, out byte[] encrypted)
    {
        encrypted = [];
        body = XmlText.WithoutByteOrderMark(body);
        if (body.IsEmpty)
            return "the body is empty";
        byte[]? found = null;
        var json = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = DeepestNesting });
        try
        {
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
                return "the body is not a JSON object";
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var isEncrypt = IsEncrypt(json);
                json.Read();
                if (!isEncrypt)
                {
                    json.Skip();
                    continue;
                }
                if (json.TokenType != JsonTokenType.String)
                    return "encrypt is no text";
                if (found is not null)
                    return "the body has more than one encrypt";
                // A writer may have escaped the '/' of base64.
                found = new byte[json.ValueSpan.Length];
                found = found[..json.CopyString(found)];
            }
            if (json.Read())
                return "something follows the JSON object";
        }
        catch (JsonException)
        {
            return "the body is not JSON";
        }
        catch (InvalidOperationException)
        {
            return "the body is not UTF-8";
        }
        if (found is null)
            return "the body has no encrypt: this endpoint takes encrypted callbacks only";
        encrypted = found;
        return null;
    }

    private static bool IsEncrypt(in Utf8JsonReader json) => json.ValueTextEquals("encrypt"u8) || json.ValueTextEquals("Encrypt"u8);
}
