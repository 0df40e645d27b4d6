using System.Text.RegularExpressions;

namespace Hongyan.Repository.Tests.Commands;

/// <summary>A simulator that was started alone, as its README says, on a port that the system chose.</summary>
public sealed partial class StartedSimulator : IAsyncLifetime
{
    private RunningProgram _program = null!;
    private Uri? _address;

    /// <summary>Where it listens.</summary>
    public Uri Address => _address ?? throw new InvalidOperationException("The simulator has not been started.");

    public async ValueTask InitializeAsync()
    {
        _program = RunningProgram.Start("dotnet run --project apps/Simulator", "--urls", "http://127.0.0.1:0");
        _address = await _program.WaitForOutputAsync(
            output => Printed().Match(output) is { Success: true } match ? new Uri(match.Value) : null, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _program.DisposeAsync();

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9]\d*")]
    private static partial Regex Printed();
}
