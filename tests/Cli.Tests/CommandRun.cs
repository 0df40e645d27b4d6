using System.Text;

namespace Hongyan.Cli.Tests;

/// <summary>One run of the program: what it said, and how it ended.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    public static async Task<CommandRun> OfAsync(string[] arguments, string input = "")
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = await HongyanCommand.RunAsync(arguments, output, error, () => new MemoryStream(Encoding.UTF8.GetBytes(input)));
        return new CommandRun(exitCode, output.ToString(), error.ToString());
    }
}
