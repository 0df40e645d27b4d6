using System.Globalization;
using System.Xml.Linq;
using Hongyan.Protocol;
using Hongyan.WeCom;

namespace Hongyan.Testing;

/// <summary>Seals and posts a document of an application, opens and checks the envelope that comes back.</summary>
internal sealed class CallbackClient(HttpClient http, string path, WeComOptions options, TimeProvider clock)
{
    private readonly MessageCipher _cipher = new(options.EncodingAESKey, options.CorpId);

    /// <summary>Delivers a document once, with a nonce and a ciphertext of its own.</summary>
    /// <returns>The decrypted reply; empty where nothing is answered.</returns>
    /// <exception cref="BotTestException">The answer is nothing that the platform would take.</exception>
    public async Task<ReadOnlyMemory<byte>> DeliverAsync(ReadOnlyMemory<byte> plaintext, CancellationToken cancellationToken)
    {
        var document = SealedDocument.Of(plaintext.Span, _cipher, options.Token, clock);
        var envelope = new XElement("xml",
            new XElement("ToUserName", new XCData(options.CorpId)),
            new XElement("AgentID", new XCData((options.AgentId ?? TestKeys.AgentId).ToString(CultureInfo.InvariantCulture))),
            new XElement("Encrypt", new XCData(document.Encrypt)));
        var answer = await SealedDocument.PostAsync(
            http, $"{path}?{document.Query}", envelope.ToString(SaveOptions.DisableFormatting), "text/xml", cancellationToken).ConfigureAwait(false);
        return answer is null ? default : SealedDocument.Open(ReplyReader.Parse(answer, "The body of the answer"), _cipher, options.Token);
    }
}
