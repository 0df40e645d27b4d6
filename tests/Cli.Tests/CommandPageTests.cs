using System.Runtime.CompilerServices;

namespace Hongyan.Cli.Tests;

/// <summary>docs/guides/command-line.md has every command and option, and is made from them.</summary>
public sealed class CommandPageTests
{
    /// <summary>Set to anything, the page is rewritten instead of compared.</summary>
    private const string Rewrite = "HONGYAN_REWRITE_DOCS";

    [Fact]
    public async Task Page_IsWhatTheCommandsSay()
    {
        var file = Path.Combine(Path.GetDirectoryName(ThisFile())!, "../..", CommandPage.Path);
        var page = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        if (Environment.GetEnvironmentVariable(Rewrite) is { Length: > 0 })
            await File.WriteAllTextAsync(file, page = CommandPage.Render(page), TestContext.Current.CancellationToken);

        Assert.True(page == CommandPage.Render(page),
            $"{CommandPage.Path} is not what the commands say. Rewrite it: {Rewrite}=1 dotnet run --project tests/Cli.Tests -- -class '*{nameof(CommandPageTests)}'");
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
