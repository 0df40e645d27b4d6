namespace Hongyan.Cli.Tests;

public sealed class HongyanCommandTests
{
    [Fact]
    public async Task RunAsync_NothingAsked_ShowsTheCommands()
    {
        var run = await CommandRun.OfAsync([]);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        foreach (var command in new[] { "inspect", "decrypt", "encrypt", "keygen", "send", "doctor", "migrate-data" })
            Assert.Contains(command, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("不认识：sned", "sned")]
    [InlineData("不认识：--bogus 1", "send", "--bogus", "1")]
    [InlineData("不认识：extra", "keygen", "extra")]
    [InlineData("--to 后面缺一个值。", "send", "--to")]
    [InlineData("缺 --from。", "migrate-data")]
    public async Task RunAsync_CommandLineIsWrong_SaysOnceWhatIs(string sentence, params string[] arguments)
    {
        var run = await CommandRun.OfAsync(arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal($"{sentence}\n用 hongyan --help 看有哪些命令。\n", run.Error);
    }
}
