using System.CommandLine;
using Hongyan.Cli.Resources;

namespace Hongyan.Cli.Envelopes;

/// <summary>Token, EncodingAESKey and receiveid, by option or by environment, where a shell's history does not keep them.</summary>
internal sealed class EnvelopeOptions
{
    private readonly Option<string?> _token = New("--token", "Envelope.Token");
    private readonly Option<string?> _key = New("--key", "Envelope.Key");
    private readonly Option<string?> _receiveId = New("--receive-id", "Envelope.ReceiveId");

    public void AddTo(Command command)
    {
        command.Options.Add(_token);
        command.Options.Add(_key);
        command.Options.Add(_receiveId);
    }

    /// <summary>What was given.</summary>
    /// <exception cref="InputException">The token or the key is missing or cannot be one.</exception>
    public EnvelopeKeys Read(ParseResult parsed)
    {
        var token = Find(parsed, _token, "HONGYAN_TOKEN", "WECOM_APP_TOKEN") ?? throw new InputException(Texts.Get("Envelope.NoToken"));
        var key = Find(parsed, _key, "HONGYAN_AES_KEY", "WECOM_APP_AES_KEY") ?? throw new InputException(Texts.Get("Envelope.NoKey"));
        if (token.Any(char.IsWhiteSpace))
            throw new InputException(Texts.Get("Envelope.TokenHasSpace"));
        if (!Protocol.MessageCipher.IsUsableKey(key))
            throw new InputException(Texts.Get("Envelope.KeyIsNone", Protocol.MessageCipher.KeyLength, key.Length));
        return new EnvelopeKeys(token, key, Find(parsed, _receiveId, "HONGYAN_RECEIVE_ID", "WECOM_APP_CORP_ID") ?? "");
    }

    private static Option<string?> New(string name, string text) => new(name) { Description = Texts.Get(text) };

    private static string? Find(ParseResult parsed, Option<string?> option, params ReadOnlySpan<string> environment)
    {
        if (parsed.GetValue(option) is { } given)
            return given;
        foreach (var name in environment)
        {
            if (Environment.GetEnvironmentVariable(name) is { Length: > 0 } value)
                return value;
        }
        return null;
    }
}
