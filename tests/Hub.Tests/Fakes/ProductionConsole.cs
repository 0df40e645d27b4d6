namespace Hongyan.Hub.Tests.Fakes;

/// <summary>A server as people run it, for tests that only look.</summary>
public sealed class ProductionConsole : IAsyncLifetime
{
    private RunningConsole? _running;

    internal RunningConsole Running => _running!;

    public async ValueTask InitializeAsync() => _running = await RunningConsole.StartAsync();

    public ValueTask DisposeAsync() => Running.DisposeAsync();
}
