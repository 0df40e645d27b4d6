using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hongyan.Cli.Inspecting;
using Hongyan.Cli.Resources;

namespace Hongyan.Cli.Envelopes;

/// <summary>Finds the ciphertext: in an envelope of XML or JSON, or given bare.</summary>
internal static class EnvelopeText
{
    /// <exception cref="InputException">It is an envelope without one.</exception>
    public static string CiphertextIn(ReadOnlyMemory<byte> body)
    {
        var text = Encoding.UTF8.GetString(body.Span).Trim();
        if (text is not ['<' or '{', ..])
            return text;
        if (RawPayload.Read(body) is JsonObject envelope && (Find(envelope, "Encrypt") ?? Find(envelope, "encrypt")) is { } encrypted)
            return encrypted.Trim();
        throw new InputException(Texts.Get("Decrypt.NoEncrypt"));
    }

    private static string? Find(JsonObject envelope, string name) =>
        envelope.TryGetPropertyValue(name, out var value) && value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
