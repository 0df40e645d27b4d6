using System.Globalization;

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
    [InlineData("--to 只能写一次。", "doctor", "--to", "zhangsan", "--to", "lisi")]
    [InlineData("--platform 的值不对：Feishu。可以是 WeCom、OfficialAccount、WeComRobot。", "inspect", "--platform", "Feishu", "x.xml")]
    [InlineData("不认识：maybe", "send", "--json=maybe", "--to", "zhangsan")]
    [InlineData("不认识：b.xml", "encrypt", "a.xml", "b.xml")]
    public async Task RunAsync_CommandLineIsWrong_SaysOnceWhatIs(string sentence, params string[] arguments)
    {
        var run = await CommandRun.OfAsync(arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal($"{sentence}\n用 hongyan --help 看有哪些命令。\n", run.Error);
    }

    [Theory]
    [InlineData("zh-CN", "不认识：--bogus\n用 hongyan --help 看有哪些命令。\n", "send", "--bogus")]
    [InlineData("en", "Unknown: --bogus\nhongyan --help lists the commands.\n", "send", "--bogus")]
    [InlineData("en", "--to can be given only once.\nhongyan --help lists the commands.\n", "doctor", "--to", "zhangsan", "--to", "lisi")]
    [InlineData("en", "--platform has a wrong value: Feishu. It can be WeCom, OfficialAccount, WeComRobot.\nhongyan --help lists the commands.\n", "inspect", "--platform", "Feishu")]
    public async Task RunAsync_CommandLineIsWrong_SaysSoInTheLanguage(string language, string said, params string[] arguments)
    {
        Resources.Texts.Language = CultureInfo.GetCultureInfo(language);

        var run = await CommandRun.OfAsync(arguments);

        Assert.Equal((2, "", said), (run.ExitCode, run.Output, run.Error));
    }

    [Theory]
    [InlineData("zh-CN", "说明：", "用法：\n  hongyan <命令> [选项]\n", "\n选项：\n", "\n命令：\n", "--version       显示版本。\n")]
    [InlineData("zh-CN", "说明：", "用法：\n  hongyan inspect [<file>...] [选项]\n", "\n参数：\n  <file>  ", "显示这份说明。\n", "--platform <platform>", "inspect")]
    [InlineData("zh-CN", "说明：", "用法：\n  hongyan migrate-data [选项]\n", "--from <FILE>（必填）", "--to <CONNECTION>      ", "-?, -h, --help", "migrate-data")]
    [InlineData("en", "Description:", "Usage:\n  hongyan decrypt [<file>] [options]\n", "\nArguments:\n  <file>  ", "--token <token>  ", "\nOptions:\n", "decrypt")]
    [InlineData("en", "Description:", "Usage:\n  hongyan <command> [options]\n", "\nOptions:\n", "\nCommands:\n", "Shows the version.")]
    public async Task RunAsync_Help_HasItsHeadingsInTheLanguage(string language, string first, string usage, string second, string third, string fourth, params string[] command)
    {
        Resources.Texts.Language = CultureInfo.GetCultureInfo(language);

        var run = await CommandRun.OfAsync([.. command, "--help"]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith(first, run.Output, StringComparison.Ordinal);
        Assert.All([usage, second, third, fourth], part => Assert.Contains(part, run.Output, StringComparison.Ordinal));
        if (language != "en")
            Assert.DoesNotMatch("(?i)description:|usage:|options:|commands:|required|default|show ", run.Output);
    }
}
