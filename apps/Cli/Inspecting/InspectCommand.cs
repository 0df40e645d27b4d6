using System.CommandLine;
using Hongyan.Cli.Resources;

namespace Hongyan.Cli.Inspecting;

/// <summary><c>hongyan inspect</c>: a line of JSON for each payload, with the record that it becomes.</summary>
internal static class InspectCommand
{
    public static Command Create(Func<Stream> openInput)
    {
        var files = new Argument<string[]>("file") { Description = Texts.Get("Inspect.Files"), Arity = ArgumentArity.ZeroOrMore };
        var platform = new Option<Platform?>("--platform") { Description = Texts.Get("Inspect.Platform") };
        var command = new Command("inspect", Texts.Get("Inspect.Description")) { files, platform };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var names = parsed.GetValue(files) is { Length: > 0 } given ? given : [InputFile.StandardInput];
            var output = parsed.InvocationConfiguration.Output;
            var error = parsed.InvocationConfiguration.Error;
            var exitCode = 0;
            foreach (var name in names)
            {
                try
                {
                    var document = InputFile.WithoutLineEnd(await InputFile.ReadAsync(name, openInput, cancellationToken));
                    var report = PayloadReport.Of(name, document, parsed.GetValue(platform));
                    await output.WriteLineAsync(report.Line);
                    if (report.IsEncrypted)
                        await error.WriteLineAsync(Texts.Get("Inspect.Encrypted", name));
                }
                // One that cannot be read must not cost the others their lines.
                catch (InputException problem)
                {
                    await error.WriteLineAsync(problem.Message);
                    exitCode = ExitCode.Unusable;
                }
            }
            return exitCode;
        });
        return command;
    }
}
