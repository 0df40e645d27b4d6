using System.Diagnostics;

namespace Hongyan.Server.Tests;

/// <summary>The server as a process of its own, on an address that stays the same over a kill.</summary>
internal sealed class ServerProcess(DataFolder data, string address, string simulator, IReadOnlyDictionary<string, string>? environment = null) : IAsyncDisposable
{
    private Process? _process;

    /// <summary>Starts it, and waits until it has said where it is.</summary>
    public async Task StartAsync()
    {
        var start = new ProcessStartInfo("dotnet",
        [
            typeof(ServerHost).Assembly.Location, "--environment=Development", $"--urls={address}", data.Argument,
            "--Simulator:Enabled=false", $"--Accounts:demo:ApiBaseAddress={simulator}", "--Logging:LogLevel:Default=Critical",
        ])
        { RedirectStandardOutput = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var process = _process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.Contains(address, StringComparison.Ordinal))
                return;
        }
        throw new InvalidOperationException($"The server did not start; it ended with code {process.ExitCode}.");
    }

    /// <summary>kill -9, of this process's own child.</summary>
    public async Task KillAsync()
    {
        if (_process is not { } process)
            return;
        _process = null;
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }

    public async ValueTask DisposeAsync() => await KillAsync();
}
