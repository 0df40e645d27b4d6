using System.Buffers;
using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Hongyan.Cli.Resources;
using Hongyan.Protocol;

namespace Hongyan.Cli.Envelopes;

/// <summary><c>hongyan encrypt</c>: the envelope of a plaintext, and the query that signs it.</summary>
internal static class EncryptCommand
{
    public static Command Create(Func<Stream> openInput)
    {
        var file = new Argument<string>("file") { Description = Texts.Get("Encrypt.File"), DefaultValueFactory = _ => InputFile.StandardInput };
        var json = new Option<bool>("--json") { Description = Texts.Get("Encrypt.Json") };
        var timestamp = new Option<string?>("--timestamp") { Description = Texts.Get("Encrypt.Timestamp") };
        var nonce = new Option<string?>("--nonce") { Description = Texts.Get("Encrypt.Nonce") };
        var keys = new EnvelopeOptions();
        var command = new Command("encrypt", Texts.Get("Encrypt.Description")) { file, json, timestamp, nonce };
        keys.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            try
            {
                var given = keys.Read(parsed);
                var message = InputFile.WithoutLineEnd(await InputFile.ReadAsync(parsed.GetRequiredValue(file), openInput, cancellationToken));
                var when = parsed.GetValue(timestamp) ?? TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
                var once = parsed.GetValue(nonce) ?? RandomNumberGenerator.GetString("0123456789", 10);
                var encrypted = new ArrayBufferWriter<byte>();
                new MessageCipher(given.Key, given.ReceiveId).Encrypt(message.Span, encrypted);
                var ciphertext = Encoding.ASCII.GetString(encrypted.WrittenSpan);
                var signature = SignatureVerifier.Sign(given.Token, when, once, ciphertext);
                await parsed.InvocationConfiguration.Output.WriteLineAsync(parsed.GetValue(json)
                    ? $$"""{"encrypt":"{{ciphertext}}"}"""
                    : $"<xml><ToUserName><![CDATA[{given.ReceiveId}]]></ToUserName><Encrypt><![CDATA[{ciphertext}]]></Encrypt></xml>");
                await parsed.InvocationConfiguration.Error.WriteLineAsync(
                    $"msg_signature={signature}&timestamp={Uri.EscapeDataString(when)}&nonce={Uri.EscapeDataString(once)}");
                return 0;
            }
            catch (InputException problem)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(problem.Message);
                return ExitCode.Unusable;
            }
        });
        return command;
    }
}
