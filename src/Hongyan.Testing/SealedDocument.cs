using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Hongyan.Protocol;

namespace Hongyan.Testing;

/// <summary>A document in its envelope, with a nonce and a ciphertext of its own; and the way back, which is the same on every platform.</summary>
internal sealed class SealedDocument
{
    private SealedDocument(string encrypt, string timestamp, string nonce, string signature)
    {
        Encrypt = encrypt;
        Timestamp = timestamp;
        Nonce = nonce;
        Query = $"msg_signature={signature}&timestamp={timestamp}&nonce={nonce}";
    }

    public string Encrypt { get; }

    public string Timestamp { get; }

    public string Nonce { get; }

    /// <summary>What the platform puts behind the address.</summary>
    public string Query { get; }

    public static SealedDocument Of(ReadOnlySpan<byte> plaintext, MessageCipher cipher, string token, TimeProvider clock, string? nonce = null)
    {
        var ciphertext = new ArrayBufferWriter<byte>();
        cipher.Encrypt(plaintext, ciphertext);
        var encrypt = Encoding.ASCII.GetString(ciphertext.WrittenSpan);
        var timestamp = TimestampOf(clock);
        nonce ??= NewNonce();
        return new(encrypt, timestamp, nonce, SignatureVerifier.Sign(token, timestamp, nonce, encrypt));
    }

    public static string TimestampOf(TimeProvider clock) => clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    public static string NewNonce() => RandomNumberGenerator.GetString("0123456789", 10);

    /// <summary>Posts a document.</summary>
    /// <returns>The body of the answer; null where nothing is answered.</returns>
    /// <exception cref="BotTestException">The status is not 200.</exception>
    public static async Task<byte[]?> PostAsync(HttpClient http, string address, string body, string contentType, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue(contentType) } },
        };
        using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var answer = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.OK)
            throw new BotTestException($"The bot answered HTTP {(int)response.StatusCode}; the platform takes nothing but 200 and would deliver the message again.");
        return answer.Length == 0 || answer.AsSpan().SequenceEqual("success"u8) ? null : answer;
    }

    /// <summary>Opens the XML envelope of an answer.</summary>
    /// <exception cref="BotTestException">The platform would not take it; the message says why.</exception>
    public static ReadOnlyMemory<byte> Open(XElement xml, MessageCipher cipher, string token) =>
        Open(Part(xml, "Encrypt"), Part(xml, "MsgSignature"), Part(xml, "TimeStamp"), Part(xml, "Nonce"), cipher, token, "MsgSignature", "TimeStamp, Nonce and Encrypt");

    /// <summary>Verifies and decrypts the parts of an envelope.</summary>
    public static ReadOnlyMemory<byte> Open(
        string encrypt, string signature, string timestamp, string nonce, MessageCipher cipher, string token, string signatureName, string over)
    {
        var encrypted = Encoding.UTF8.GetBytes(encrypt);
        if (!SignatureVerifier.Verify(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(timestamp), Encoding.UTF8.GetBytes(nonce), encrypted, Encoding.UTF8.GetBytes(signature)))
            throw new BotTestException($"The {signatureName} of the answer does not fit its {over}.");
        var opened = cipher.Decrypt(encrypted);
        return opened.Succeeded
            ? opened.Message
            : throw new BotTestException($"The answer cannot be decrypted ({(int)opened.Error}): {opened.Reason}.");
    }

    private static string Part(XElement envelope, string name) => ReplyReader.TextOf(envelope, name) is { Length: > 0 } text
        ? text
        : throw new BotTestException($"The envelope of the answer has no {name}.");
}
