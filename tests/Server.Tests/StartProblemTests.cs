using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Hongyan.Server.Tests;

/// <summary>What a person sees in the terminal when the server does not start, all of it.</summary>
public sealed class StartProblemTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("--Simulator:Urls={taken}", "--urls=http://127.0.0.1:0", "HY1010")]
    [InlineData("--urls={taken}", "--Simulator:Urls=http://127.0.0.1:0", "HY1010")]
    [InlineData("--Storage:Provider=PostgreSql", "--Storage:ConnectionString=Host=127.0.0.1;Port=1;Database=x;Username=x", "HY1013")]
    public async Task Run_CannotStart_SaysWhyAndNothingElse(string first, string second, string code)
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        using var data = new DataFolder();
        using var process = Process.Start(new ProcessStartInfo("dotnet",
        [
            typeof(ServerHost).Assembly.Location, "--environment=Development", data.Argument, "--Logging:LogLevel:Default=Warning",
            first.Replace("{taken}", $"http://{taken.LocalEndpoint}", StringComparison.Ordinal), second,
        ])
        { RedirectStandardOutput = true, RedirectStandardError = true })!;

        var (output, error) = (process.StandardOutput.ReadToEndAsync(Cancelled), process.StandardError.ReadToEndAsync(Cancelled));
        await process.WaitForExitAsync(Cancelled);

        Assert.Equal((1, ""), (process.ExitCode, await output));
        Assert.All((await error).TrimEnd().Split('\n'), line => Assert.StartsWith(code, line, StringComparison.Ordinal));
    }
}
