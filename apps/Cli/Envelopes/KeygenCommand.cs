using System.CommandLine;
using System.Security.Cryptography;
using Hongyan.Cli.Resources;
using Hongyan.Protocol;

namespace Hongyan.Cli.Envelopes;

/// <summary><c>hongyan keygen</c>: a Token and an EncodingAESKey that nobody can guess.</summary>
internal static class KeygenCommand
{
    private const string Characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const int TokenLength = 32;

    /// <summary>The last character of a key stands for four bits and two that must be nothing; strict readers refuse others.</summary>
    private const string LastCharacters = "AEIMQUYcgkosw048";

    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = Texts.Get("Keygen.Json") };
        var command = new Command("keygen", Texts.Get("Keygen.Description")) { json };
        command.SetAction(parsed =>
        {
            var token = RandomNumberGenerator.GetString(Characters, TokenLength);
            var key = RandomNumberGenerator.GetString(Characters, MessageCipher.KeyLength - 1) + RandomNumberGenerator.GetString(LastCharacters, 1);
            parsed.InvocationConfiguration.Output.WriteLine(parsed.GetValue(json)
                ? $$"""{"Token":"{{token}}","EncodingAESKey":"{{key}}"}"""
                : $"Token={token}\nEncodingAESKey={key}");
            return 0;
        });
        return command;
    }
}
