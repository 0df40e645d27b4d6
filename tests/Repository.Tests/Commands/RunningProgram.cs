using System.Diagnostics;
using System.Text;

namespace Hongyan.Repository.Tests.Commands;

/// <summary>A command of the documents, started in the checkout as a reader would; ended with everything it started.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    /// <summary>The first start of a fresh clone restores and builds before it prints anything.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly string _command;
    private readonly StringBuilder _output = new();
    private Task _ended = Task.CompletedTask;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningProgram(Process process, string command)
    {
        _process = process;
        _command = command;
    }

    /// <summary>Starts a command of words, such as <c>dotnet run samples/01-echo.cs</c>, with arguments of the test's own behind <c>--</c>.</summary>
    public static RunningProgram Start(string command, params string[] arguments)
    {
        var words = command.Split(' ');
        var start = new ProcessStartInfo(words[0], [.. words[1..], "--", .. arguments])
        {
            WorkingDirectory = RepositoryRoot.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        // What the test's own host was told must not reach a program that decides by it.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase) || name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.Equals("DOTNET_ENVIRONMENT", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        // Build servers that this command starts would end with it, while somebody else's build may be using them.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";

        var program = new RunningProgram(new Process { StartInfo = start }, command);
        program.Run();
        return program;
    }

    /// <summary>What it printed so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    /// <summary>Waits until <paramref name="find"/> finds something in what was printed.</summary>
    public async Task<T> WaitForOutputAsync<T>(Func<string, T?> find, CancellationToken cancellationToken)
        where T : class
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        while (true)
        {
            var changed = Volatile.Read(ref _changed).Task;
            if (find(Output) is { } found)
                return found;
            if (_ended.IsCompleted && changed == Volatile.Read(ref _changed).Task)
                throw new InvalidOperationException($"'{_command}' ended with code {_process.ExitCode} before it printed what was awaited:{Environment.NewLine}{Output}");
            try
            {
                await Task.WhenAny(changed, _ended).WaitAsync(patience.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                throw new TimeoutException($"'{_command}' did not print what was awaited within {Patience}:{Environment.NewLine}{Output}");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        // dotnet run starts the program as a child of its own, so the tree goes, and only this tree.
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _ended;
        _process.Dispose();
    }

    private void Run()
    {
        _process.OutputDataReceived += (_, line) => Append(line.Data);
        _process.ErrorDataReceived += (_, line) => Append(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        // Completes when the last line has been read, too.
        _ended = _process.WaitForExitAsync(CancellationToken.None);
    }

    private void Append(string? line)
    {
        if (line is null)
            return;
        lock (_output)
            _output.AppendLine(line);
        Interlocked.Exchange(ref _changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }
}
