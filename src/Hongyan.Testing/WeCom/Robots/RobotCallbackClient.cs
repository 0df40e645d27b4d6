using System.Text.Json;
using System.Text.Json.Nodes;
using Hongyan.Protocol;
using Hongyan.WeCom;

namespace Hongyan.Testing;

/// <summary>Seals and posts a document of a robot, opens and checks the envelope that comes back: JSON both ways.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/101033.</remarks>
internal sealed class RobotCallbackClient(HttpClient http, string path, WeComRobotOptions options, TimeProvider clock)
{
    private readonly MessageCipher _cipher = new(options.EncodingAESKey, receiveId: "");

    /// <summary>Delivers a document once.</summary>
    /// <returns>The decrypted reply; null where nothing is answered.</returns>
    /// <exception cref="BotTestException">The answer is nothing that the platform would take.</exception>
    public async Task<JsonObject?> DeliverAsync(JsonObject document, CancellationToken cancellationToken)
    {
        var sealedDocument = SealedDocument.Of(JsonSerializer.SerializeToUtf8Bytes(document), _cipher, options.Token, clock);
        var body = new JsonObject { ["encrypt"] = sealedDocument.Encrypt }.ToJsonString();
        var answer = await SealedDocument.PostAsync(http, $"{path}?{sealedDocument.Query}", body, "application/json", cancellationToken).ConfigureAwait(false);
        if (answer is null)
            return null;
        var envelope = Parse(answer, "The body of the answer");
        if (Part(envelope, "nonce") != sealedDocument.Nonce)
            throw new BotTestException("The nonce of the answer is another than that of the callback.");
        return Parse(
            SealedDocument.Open(
                Part(envelope, "encrypt"), Part(envelope, "msgsignature"), Part(envelope, "timestamp"), Part(envelope, "nonce"),
                _cipher, options.Token, "msgsignature", "timestamp, nonce and encrypt").ToArray(),
            "The decrypted answer");
    }

    private static JsonObject Parse(byte[] utf8, string what)
    {
        try
        {
            return JsonNode.Parse(utf8) as JsonObject ?? throw new BotTestException($"{what} is no JSON object.");
        }
        catch (JsonException malformed)
        {
            throw new BotTestException($"{what} is not JSON: {malformed.Message}", malformed);
        }
    }

    private static string Part(JsonObject envelope, string name) => envelope[name]?.ToString() is { Length: > 0 } text
        ? text
        : throw new BotTestException($"The envelope of the answer has no {name}.");
}
