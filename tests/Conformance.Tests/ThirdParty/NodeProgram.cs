using System.ComponentModel;
using System.Diagnostics;

namespace Hongyan.Conformance.Tests.ThirdParty;

/// <summary>A program of Node.js beside the tests, and what npm installs for it.</summary>
/// <param name="folder">Its folder under ThirdParty.</param>
internal sealed class NodeProgram(string folder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>What npm says when nobody can be reached, whoever is to blame.</summary>
    private static readonly string[] OutOfReach =
        ["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENETUNREACH", "ERR_SOCKET_TIMEOUT", "network request to", "E401", "E403", "E404", "E5"];

    private readonly string _folder = Path.Combine(AppContext.BaseDirectory, "ThirdParty", folder);

    /// <summary>Installs what the program needs; skips the test where that cannot be.</summary>
    public async Task InstallAsync()
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
    public async Task<(int? ExitCode, string Output)> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true };
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
