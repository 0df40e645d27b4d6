namespace Hongyan.Load.Proof;

/// <summary>The database of two servers is stopped as by a power cut and comes back after a while.</summary>
internal static class NodesOutageProof
{
    private const int PerSecond = 50;

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);

    public static async Task<Verdict> RunAsync(int size, CancellationToken cancellationToken)
    {
        await using var stage = await Stage.StartNodesAsync(2, cancellationToken);
        var seconds = size + (3 * (int)Between.TotalSeconds);
        var run = await stage.Platform.BeginAsync(
            new { messages = PerSecond * seconds, people = 499, rate = PerSecond, atOnce = 2000, texts = (string[])["快 #{n}", "快 #{n}", "快 #{n}", "慢1 #{n}"] }, cancellationToken);
        var verdict = new Verdict();

        await Task.Delay(Between, cancellationToken);
        await stage.Database!.StopAsync();
        await Task.Delay(TimeSpan.FromSeconds(size), cancellationToken);
        var refused = await stage.Platform.CountAsync(run, "503", cancellationToken);
        await stage.Database.StartAgainAsync();
        var before = await stage.Platform.CountAsync(run, "200", cancellationToken);
        await Task.Delay(Between, cancellationToken);
        var after = await stage.Platform.CountAsync(run, "200", cancellationToken);

        await stage.Platform.EndAsync(run, cancellationToken);
        await stage.DrainAsync(cancellationToken);
        verdict.Tell($"503: {refused} in {size} s, {after - before} accepted in the {Between.TotalSeconds} s after them");
        verdict.Expect(refused > 0, "nothing was refused while the database was away");
        verdict.Expect(after - before > PerSecond, $"only {after - before} messages were accepted in the seconds after the database was back");
        verdict.Check(stage, await stage.Platform.ReportAsync(run, cancellationToken));
        verdict.CheckOrder(stage);
        return verdict;
    }
}
