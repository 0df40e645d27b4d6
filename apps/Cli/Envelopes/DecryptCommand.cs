using System.CommandLine;
using System.Text;
using Hongyan.Cli.Resources;

namespace Hongyan.Cli.Envelopes;

/// <summary><c>hongyan decrypt</c>: the plaintext of a callback, or which of its parts is wrong.</summary>
internal static class DecryptCommand
{
    public static Command Create(Func<Stream> openInput)
    {
        var file = new Argument<string>("file") { Description = Texts.Get("Decrypt.File"), DefaultValueFactory = _ => InputFile.StandardInput };
        var keys = new EnvelopeOptions();
        var query = new QueryOptions();
        var command = new Command("decrypt", Texts.Get("Decrypt.Description")) { file };
        keys.AddTo(command);
        query.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            try
            {
                var given = query.Read(parsed);
                // A URL verification has its ciphertext in the query, and no body.
                var encrypted = given.Echo?.Replace(' ', '+')
                    ?? EnvelopeText.CiphertextIn(await InputFile.ReadAsync(parsed.GetRequiredValue(file), openInput, cancellationToken));
                await output.WriteLineAsync(Encoding.UTF8.GetString(EnvelopeCheck.Open(keys.Read(parsed), given, encrypted)));
                if (given.Signature is null)
                    await parsed.InvocationConfiguration.Error.WriteLineAsync(Texts.Get("Decrypt.Unsigned"));
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
