using System.Diagnostics;

namespace Hongyan.Load.Proof;

/// <summary>The server in a process of its own: started, killed and started again on the same database.</summary>
internal sealed class ServerProcess(string address, string folder, string platform, bool isSilent, string? postgreSql = null) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private Process? _process;

    /// <summary>Where it listens.</summary>
    public string Address => address;

    public int Id => _process!.Id;

    /// <summary>Whether it ended although nobody killed it.</summary>
    public bool HasDied => _process is { HasExited: true };

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        string[] words = [ProofServer.Command, address, folder, platform, .. isSilent ? ["silent"] : Array.Empty<string>(), .. postgreSql is null ? Array.Empty<string>() : [postgreSql]];
        // Started as `dotnet Hongyan.Load.dll`, this process is dotnet and has to be told of the program again.
        var program = Environment.ProcessPath!;
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
            words = [typeof(ServerProcess).Assembly.Location, .. words];
        _process = Process.Start(new ProcessStartInfo(program, words) { RedirectStandardOutput = true })!;

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var line = await _process.StandardOutput.ReadLineAsync(patience.Token);
        if (line != ProofServer.Ready)
            throw new InvalidOperationException($"The server did not start: {line}");
    }

    /// <summary>kill -9: the process is this one's own child and known by its handle.</summary>
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
