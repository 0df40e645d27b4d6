namespace Hongyan.Load.Proof;

/// <summary>How many messages a second one server takes on a file, one on PostgreSQL and two on PostgreSQL, each delivered once. It reports, and claims nothing but that none is lost.</summary>
internal static class ThroughputProof
{
    public static async Task<Verdict> RunAsync(int size, CancellationToken cancellationToken)
    {
        var verdict = new Verdict();
        var file = await MeasureAsync(verdict, size, await Stage.StartAsync(isSilent: false, cancellationToken), cancellationToken);
        var one = await MeasureAsync(verdict, size, await Stage.StartNodesAsync(1, cancellationToken), cancellationToken);
        var two = await MeasureAsync(verdict, size, await Stage.StartNodesAsync(2, cancellationToken), cancellationToken);
        verdict.Tell($"two nodes / one = {two / one:F2}, PostgreSQL / SQLite = {one / file:F2} (the simulator, nginx and the database share the processors)");
        return verdict;
    }

    private static async Task<double> MeasureAsync(Verdict verdict, int size, Stage stage, CancellationToken cancellationToken)
    {
        await using var _ = stage;
        // The second run is the one that counts: by then everything is compiled.
        await NodesTripleProof.MeasureAsync(stage, size / 4, copies: 1, cancellationToken);
        var (_, perSecond) = await NodesTripleProof.MeasureAsync(stage, size, copies: 1, cancellationToken);
        verdict.Expect(stage.Count("bots_inbox where State = 1") == size + (size / 4), $"{stage.Count("bots_inbox where State = 1")} messages are done");
        verdict.Tell($"{stage.Servers.Count} on {(stage.Database is null ? "SQLite" : "PostgreSQL")}: {perSecond:F0} messages a second");
        return perSecond;
    }
}
