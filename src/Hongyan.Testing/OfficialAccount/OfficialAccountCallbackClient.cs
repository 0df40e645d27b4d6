using System.Text;
using System.Xml.Linq;
using Hongyan.OfficialAccount;
using Hongyan.Protocol;

namespace Hongyan.Testing;

/// <summary>Posts a document of an Official Account in the mode that is configured, opens and checks what comes back.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Message_Management/Message_encryption_and_decryption_instructions.html.</remarks>
internal sealed class OfficialAccountCallbackClient(HttpClient http, string path, OfficialAccountOptions options, TimeProvider clock)
{
    private readonly MessageCipher? _cipher = options.Mode == EncryptionMode.Plaintext ? null : new(options.EncodingAESKey, options.AppId);

    /// <summary>What a follower reads where the platform cannot read the answer.</summary>
    public const string Notice = "the follower would read 该公众号提供的服务出现故障，请稍后再试";

    /// <summary>Delivers a document once.</summary>
    /// <param name="plaintext">The document.</param>
    /// <param name="openId">Whose it is.</param>
    /// <param name="nonce">Tells this delivery from others.</param>
    /// <param name="cancellationToken">Hangs up.</param>
    /// <returns>The reply; empty where nothing is answered.</returns>
    /// <exception cref="BotTestException">The answer is nothing that the platform would take.</exception>
    public async Task<ReadOnlyMemory<byte>> DeliverAsync(ReadOnlyMemory<byte> plaintext, string openId, string nonce, CancellationToken cancellationToken)
    {
        var (query, body) = _cipher is null ? PlainOf(plaintext, nonce) : SealedOf(plaintext, nonce, _cipher);
        var answer = await SealedDocument.PostAsync(http, $"{path}?{query}&openid={Uri.EscapeDataString(openId)}", body, "text/xml", cancellationToken).ConfigureAwait(false);
        if (answer is null)
            return default;
        var xml = ReplyReader.Parse(answer, "The body of the answer");
        var isSealed = xml.Element("Encrypt") is not null;
        return options.Mode switch
        {
            EncryptionMode.Plaintext when isSealed => throw new BotTestException($"The answer is encrypted and the account is in plaintext mode; {Notice}."),
            EncryptionMode.Safe when !isSealed => throw new BotTestException($"The answer is not encrypted and the account is in safe mode; {Notice}."),
            _ => isSealed ? SealedDocument.Open(xml, _cipher!, options.Token) : answer,
        };
    }

    private (string Query, string Body) PlainOf(ReadOnlyMemory<byte> plaintext, string nonce)
    {
        var timestamp = SealedDocument.TimestampOf(clock);
        var signature = SignatureVerifier.Sign(options.Token, timestamp, nonce, "");
        return ($"signature={signature}&timestamp={timestamp}&nonce={nonce}", Encoding.UTF8.GetString(plaintext.Span));
    }

    private (string Query, string Body) SealedOf(ReadOnlyMemory<byte> plaintext, string nonce, MessageCipher cipher)
    {
        var document = SealedDocument.Of(plaintext.Span, cipher, options.Token, clock, nonce);
        var message = XElement.Parse(Encoding.UTF8.GetString(plaintext.Span), LoadOptions.PreserveWhitespace);
        var envelope = options.Mode == EncryptionMode.Compatible ? message : new XElement("xml", message.Element("ToUserName"));
        envelope.Add(new XElement("Encrypt", new XCData(document.Encrypt)));
        var signature = SignatureVerifier.Sign(options.Token, document.Timestamp, document.Nonce, "");
        return ($"signature={signature}&encrypt_type=aes&{document.Query}", envelope.ToString(SaveOptions.DisableFormatting));
    }
}
