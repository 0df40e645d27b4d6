using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Hongyan.Protocol;
using Hongyan.WeCom;

namespace Hongyan.Testing;

/// <summary>The platform's end of one account: seals and posts a document, opens and checks the envelope that comes back.</summary>
internal sealed class CallbackClient(HttpClient http, string path, WeComOptions options, TimeProvider clock)
{
    private readonly MessageCipher _cipher = new(options.EncodingAESKey, options.CorpId);
    private readonly byte[] _token = Encoding.UTF8.GetBytes(options.Token);

    /// <summary>Delivers a document once, with a nonce and a ciphertext of its own.</summary>
    /// <returns>The decrypted reply; empty where nothing is answered.</returns>
    /// <exception cref="BotTestException">The answer is nothing that the platform would take.</exception>
    public async Task<ReadOnlyMemory<byte>> DeliverAsync(ReadOnlyMemory<byte> plaintext, CancellationToken cancellationToken)
    {
        using var request = Seal(plaintext.Span);
        using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.OK)
            throw new BotTestException($"The bot answered HTTP {(int)response.StatusCode}; the platform takes nothing but 200 and would deliver the message again.");
        return body.Length == 0 || body.AsSpan().SequenceEqual("success"u8) ? default : Open(body);
    }

    private HttpRequestMessage Seal(ReadOnlySpan<byte> plaintext)
    {
        var ciphertext = new ArrayBufferWriter<byte>();
        _cipher.Encrypt(plaintext, ciphertext);
        var encrypt = Encoding.ASCII.GetString(ciphertext.WrittenSpan);
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetString("0123456789", 10);
        var signature = SignatureVerifier.Sign(options.Token, timestamp, nonce, encrypt);

        var envelope = new XElement("xml",
            new XElement("ToUserName", new XCData(options.CorpId)),
            new XElement("AgentID", new XCData((options.AgentId ?? TestKeys.AgentId).ToString(CultureInfo.InvariantCulture))),
            new XElement("Encrypt", new XCData(encrypt)));
        return new HttpRequestMessage(HttpMethod.Post, $"{path}?msg_signature={signature}&timestamp={timestamp}&nonce={nonce}")
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(envelope.ToString(SaveOptions.DisableFormatting)))
            {
                Headers = { ContentType = new MediaTypeHeaderValue("text/xml") },
            },
        };
    }

    private ReadOnlyMemory<byte> Open(byte[] body)
    {
        var xml = ReplyReader.Parse(body, "The body of the answer");
        var encrypt = Part(xml, "Encrypt");
        var signed = SignatureVerifier.Verify(
            _token, Part(xml, "TimeStamp"), Part(xml, "Nonce"), encrypt, Part(xml, "MsgSignature"));
        if (!signed)
            throw new BotTestException("The MsgSignature of the answer does not fit its TimeStamp, Nonce and Encrypt.");
        var opened = _cipher.Decrypt(encrypt);
        return opened.Succeeded
            ? opened.Message
            : throw new BotTestException($"The answer cannot be decrypted ({(int)opened.Error}): {opened.Reason}.");
    }

    private static byte[] Part(XElement envelope, string name) => ReplyReader.TextOf(envelope, name) is { Length: > 0 } text
        ? Encoding.UTF8.GetBytes(text)
        : throw new BotTestException($"The envelope of the answer has no {name}.");
}
