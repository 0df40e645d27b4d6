using System.Diagnostics;

namespace Hongyan.Load.Proof;

/// <summary>Each message delivered three times, in any order, to two servers behind nginx.</summary>
internal static class NodesTripleProof
{
    public static async Task<Verdict> RunAsync(int size, CancellationToken cancellationToken)
    {
        await using var stage = await Stage.StartNodesAsync(2, cancellationToken);
        var (run, perSecond) = await MeasureAsync(stage, size, copies: 3, cancellationToken);
        var verdict = new Verdict();
        await verdict.CheckTripleAsync(stage, run, size, cancellationToken);
        verdict.CheckOrder(stage);
        verdict.Tell($"{perSecond:F0} messages a second, each three times");
        return verdict;
    }

    public static async Task<(int Run, double PerSecond)> MeasureAsync(Stage stage, int size, int copies, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var run = await stage.Platform.BeginAsync(new { messages = size, people = 997, copies, shuffled = true, atOnce = 128 }, cancellationToken);
        await stage.Platform.EndAsync(run, cancellationToken);
        var perSecond = size / Stopwatch.GetElapsedTime(started).TotalSeconds;
        await stage.DrainAsync(cancellationToken);
        return (run, perSecond);
    }
}
