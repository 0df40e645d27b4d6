using System.Diagnostics;
using Hongyan.Simulator.Tests.Fakes;
using Hongyan.Simulator.WeCom;
using Microsoft.Extensions.DependencyInjection;

namespace Hongyan.Simulator.Tests;

public sealed class HostingTests
{
    [Fact]
    public void Build_Production_IsRefusedInOneSentence()
    {
        var exception = Assert.Throws<SimulatorStartException>(() => SimulatorHost.Build(["--environment", "Production"]));

        Assert.Contains("HY1012", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Simulator:Apps:demo:CallbackUrl", "nowhere")]
    [InlineData("--Simulator:Apps:demo:Token", "with-dash")]
    [InlineData("--Simulator:Apps:demo:EncodingAESKey", "short")]
    [InlineData("--Simulator:Apps:demo:AgentId", "x")]
    [InlineData("--Simulator:Deliveries", "0")]
    [InlineData("--Simulator:Deliveries", "many")]
    public void Build_WrongSetting_NamesIt(string key, string value)
    {
        var exception = Assert.Throws<SimulatorStartException>(() => SimulatorHost.Build([key, value]));

        Assert.Contains(key.TrimStart('-').Split(':')[^1], exception.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Build_ConfiguredApps_OverrideAndAdd()
    {
        await using var simulator = await RunningSimulator.StartAsync(
            bot: null, time: null,
            "--Simulator:Apps:demo:CorpId", "wwanother",
            "--Simulator:Apps:demo:AgentId", "7",
            "--Simulator:Apps:mine:CallbackUrl", "http://127.0.0.1:9000/cb",
            "--Simulator:Apps:mine:Token", "abc");

        var accounts = (await simulator.GetAsync("/sim/accounts")).AsArray();

        Assert.Equal(["demo", "echo", "issuedesk", "mine"], accounts.Select(account => (string?)account!["name"]));
        Assert.Equal(("wwanother", 7), ((string?)accounts[0]!["corpId"], (int)accounts[0]!["agentId"]!));
        Assert.Equal(("abc", 43), ((string?)accounts[3]!["token"], ((string?)accounts[3]!["encodingAESKey"])!.Length));
    }

    [Fact]
    public async Task Build_TwoHostsInOneProcess_ShareNothing()
    {
        await using var bot = await FakeBot.StartAsync(BotAnswer.TextReply("好"));
        await using var one = await RunningSimulator.StartAsync(bot);
        await using var other = await RunningSimulator.StartAsync(bot);

        await one.SayAsync("你好");

        Assert.Equal(2, (await one.ConversationAsync()).Count);
        Assert.Empty(await other.ConversationAsync());
        Assert.NotSame(one.Services.GetRequiredService<DeliveryLog>(), other.Services.GetRequiredService<DeliveryLog>());
    }

    [Fact]
    public async Task Run_Production_ExitsWithOneAndASentence()
    {
        var (exitCode, output) = await RunAsync(("DOTNET_ENVIRONMENT", "Production"));

        Assert.Equal(1, exitCode);
        Assert.Contains("HY1012", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_PortTaken_ExitsWithOneAndNamesThePort()
    {
        await using var holder = await RunningSimulator.StartAsync(bot: null, time: null);
        var taken = holder.Http.BaseAddress!.GetLeftPart(UriPartial.Authority);

        var (exitCode, output) = await RunAsync(("ASPNETCORE_URLS", taken));

        Assert.Equal(1, exitCode);
        Assert.Contains("HY1010 " + taken, output, StringComparison.Ordinal);
        Assert.Contains("--urls", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AddressThatIsNone_ExitsWithOneAndASentence()
    {
        var (exitCode, output) = await RunAsync(("ASPNETCORE_URLS", "nonsense"));

        Assert.Equal(1, exitCode);
        Assert.Contains("HY1010 nonsense", output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Somewhere else, so that nothing can depend on the current directory.
            WorkingDirectory = Path.GetTempPath(),
        };
        start.ArgumentList.Add(typeof(SimulatorHost).Assembly.Location);
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await error);
    }
}
