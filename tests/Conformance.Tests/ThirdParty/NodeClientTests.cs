using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;
using Hongyan.Simulator.WeCom;

namespace Hongyan.Conformance.Tests.ThirdParty;

/// <summary>
/// A client library that others wrote, in another language, against the platform: <c>wechat-enterprise-api</c> from npm. It is told another
/// base address and nothing else. (Its urllib is held at 2.x in package.json: later ones ignore the callbacks that the library passes.)
/// </summary>
public sealed class NodeClientTests(SimulatedPlatform platform) : IClassFixture<SimulatedPlatform>
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>What npm says when nobody can be reached, whoever is to blame.</summary>
    private static readonly string[] OutOfReach =
        ["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENETUNREACH", "ERR_SOCKET_TIMEOUT", "network request to", "E401", "E403", "E404", "E5"];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "ThirdParty", "node");

    [Fact]
    public async Task Library_OfAnotherLanguage_WorksByItsBaseAddressAlone()
    {
        await InstallAsync();

        var (exitCode, output) = await RunAsync(
            "node", "talk.js", platform.Address.AbsoluteUri.TrimEnd('/'), SampleApps.Demo.CorpId, SampleApps.Demo.Secret, $"{SampleApps.Demo.AgentId}");

        Assert.True(exitCode == 0, output);
        var said = JsonNode.Parse(output)!;
        Assert.Equal(
            (true, "李思", 6, "nobody", 0, 0, 60111),
            ((bool)said["hasToken"]!, (string)said["name"]!, (int)said["departments"]!, (string)said["invalidUser"]!, (int)said["fileSent"]!, (int)said["menuSet"]!, (int)said["refusal"]!));

        var conversation = (await platform.ControlAsync(HttpMethod.Get, "/sim/apps/demo/members/lisi/conversation"))!.AsArray();
        Assert.Contains(conversation, message => (string?)message!["content"] == "你好，来自另一个库");
        Assert.Contains(conversation, message => (string?)message!["type"] == "file");
        Assert.Equal("help", (string?)(await platform.ControlAsync(HttpMethod.Get, "/sim/apps/demo/menu"))!["button"]![0]!["key"]);
    }

    private static async Task InstallAsync()
    {
        var (node, _) = await RunAsync("node", "--version");
        Assert.SkipWhen(node is null, "node is not installed; .ci/run installs it from Debian.");
        // No scripts: what is installed is only read.
        var (npm, said) = await RunAsync("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        Assert.SkipWhen(npm is null, "npm is not installed; .ci/run installs it from Debian.");
        Assert.SkipWhen(npm != 0 && OutOfReach.Any(sign => said.Contains(sign, StringComparison.Ordinal)), "npm's registry is out of reach, so the library cannot be installed.");
        Assert.True(npm == 0, said);
    }

    /// <summary>Runs a program until it ends; without an exit code where there is no such program.</summary>
    private static async Task<(int? ExitCode, string Output)> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return (null, "");
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return process.ExitCode == 0 ? (0, await output) : (process.ExitCode, await output + await errors);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
