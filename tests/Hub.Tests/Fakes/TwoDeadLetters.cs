namespace Hongyan.Hub.Tests.Fakes;

/// <summary>A developer's server with two dead letters, for tests that only look.</summary>
public sealed class TwoDeadLetters : IAsyncLifetime
{
    private RunningConsole? _running;

    internal RunningConsole Running => _running!;

    public async ValueTask InitializeAsync()
    {
        _running = await RunningConsole.StartDevelopmentAsync(School.Arguments);
        await School.AddDeadLetterAsync(_running, "zhangsan", "timeout after 30 s");
        await School.AddDeadLetterAsync(_running, "lisi", "disk 100% full");
    }

    public ValueTask DisposeAsync() => Running.DisposeAsync();
}
