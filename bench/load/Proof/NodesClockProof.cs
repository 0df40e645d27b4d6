namespace Hongyan.Load.Proof;

/// <summary>Two servers whose clocks are an hour apart work and send beside each other.</summary>
internal static class NodesClockProof
{
    private const int PerSecond = 60;

    public static async Task<Verdict> RunAsync(int size, CancellationToken cancellationToken)
    {
        await using var stage = await Stage.StartNodesAsync(2, cancellationToken);
        await stage.TellServerAsync(stage.Servers[1], "/proof/clock?seconds=3600", cancellationToken);
        var nodes = stage.Names();
        var run = await stage.Platform.BeginAsync(
            new { messages = PerSecond * size, people = 499, rate = PerSecond, atOnce = 2000, copies = 2, texts = (string[])["快 #{n}", "快 #{n}", "慢1 #{n}", "慢6 #{n}"] }, cancellationToken);
        await stage.Platform.EndAsync(run, cancellationToken);
        await stage.DrainAsync(cancellationToken);

        var verdict = new Verdict();
        verdict.Expect(nodes == stage.Names(), $"a lease was taken: {nodes} became {stage.Names()}");
        verdict.Expect(stage.Count("bots_inbox where Fence <> 1") == 0, $"{stage.Count("bots_inbox where Fence <> 1")} messages were run more than once");
        verdict.Check(stage, await stage.Platform.ReportAsync(run, cancellationToken));
        verdict.CheckOrder(stage);
        return verdict;
    }
}
