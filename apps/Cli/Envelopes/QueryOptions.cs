using System.CommandLine;
using Hongyan.Cli.Resources;
using Hongyan.Protocol;

namespace Hongyan.Cli.Envelopes;

/// <summary>The query of a callback: part by part, or the whole address as an access log has it.</summary>
internal sealed class QueryOptions
{
    private readonly Option<string?> _url = New("--url", "Query.Url");
    private readonly Option<string?> _signature = New("--signature", "Query.Signature");
    private readonly Option<string?> _timestamp = New("--timestamp", "Query.Timestamp");
    private readonly Option<string?> _nonce = New("--nonce", "Query.Nonce");
    private readonly Option<string?> _echo = New("--echostr", "Query.Echo");

    public void AddTo(Command command)
    {
        foreach (var option in new[] { _url, _signature, _timestamp, _nonce, _echo })
            command.Options.Add(option);
    }

    /// <summary>What was given. A part of its own wins over the one in the address.</summary>
    public CallbackQuery Read(ParseResult parsed)
    {
        var parts = PartsOf(parsed.GetValue(_url));
        return new CallbackQuery(
            parsed.GetValue(_signature) ?? parts.GetValueOrDefault("msg_signature"), parsed.GetValue(_timestamp) ?? parts.GetValueOrDefault("timestamp"),
            parsed.GetValue(_nonce) ?? parts.GetValueOrDefault("nonce"), parsed.GetValue(_echo) ?? parts.GetValueOrDefault("echostr"))
        {
            PlainSignature = parts.GetValueOrDefault("signature"),
        };
    }

    private static Dictionary<string, string> PartsOf(string? url)
    {
        var parts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (url is null)
            return parts;
        foreach (var part in url[(url.IndexOf('?', StringComparison.Ordinal) + 1)..].Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('=', 2) is [var name, var value])
                // A '+' stays: a signature has none, and in echostr it is one that nobody escaped.
                parts[name] = Uri.UnescapeDataString(value);
        }
        return parts;
    }

    private static Option<string?> New(string name, string text) => new(name) { Description = Texts.Get(text) };
}
