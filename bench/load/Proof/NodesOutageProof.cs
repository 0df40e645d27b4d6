namespace Hongyan.Load.Proof;

/// <summary>The database of two servers is stopped as by a power cut and comes back after a while; then the line to it is cut, which nobody is told, and mended.</summary>
internal static class NodesOutageProof
{
    private const int PerSecond = 50;

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);

    public static async Task<Verdict> RunAsync(int size, CancellationToken cancellationToken)
    {
        await using var stage = await Stage.StartNodesAsync(2, cancellationToken, hasLine: true);
        var seconds = (2 * size) + (5 * (int)Between.TotalSeconds);
        var run = await stage.Platform.BeginAsync(
            new { messages = PerSecond * seconds, people = 499, rate = PerSecond, atOnce = 2000, texts = (string[])["快 #{n}", "快 #{n}", "快 #{n}", "慢1 #{n}"] }, cancellationToken);
        var verdict = new Verdict();

        await Task.Delay(Between, cancellationToken);
        await TryAsync("stopped", stage.Database!.StopAsync, stage.Database!.StartAgainAsync);
        await TryAsync("cut off", () => AtOnce(stage.Line!.Cut), () => AtOnce(stage.Line!.Mend));

        await stage.Platform.EndAsync(run, cancellationToken);
        await stage.DrainAsync(cancellationToken);
        verdict.Check(stage, await stage.Platform.ReportAsync(run, cancellationToken));
        verdict.CheckOrder(stage);
        return verdict;

        async Task TryAsync(string what, Func<Task> away, Func<Task> back)
        {
            var refusedBefore = await stage.Platform.CountAsync(run, "503", cancellationToken);
            await away();
            await Task.Delay(TimeSpan.FromSeconds(size), cancellationToken);
            var refused = await stage.Platform.CountAsync(run, "503", cancellationToken) - refusedBefore;
            await back();
            var before = await stage.Platform.CountAsync(run, "200", cancellationToken);
            await Task.Delay(2 * Between, cancellationToken);
            var after = await stage.Platform.CountAsync(run, "200", cancellationToken);
            verdict.Tell($"{what}: 503 {refused} times in {size} s, {after - before} accepted in the {2 * Between.TotalSeconds} s after them");
            verdict.Expect(refused > 0, $"nothing was refused while the database was {what}");
            verdict.Expect(after - before > PerSecond, $"only {after - before} messages were accepted in the seconds after the database was {what}");
        }

        static Task AtOnce(Action action)
        {
            action();
            return Task.CompletedTask;
        }
    }
}
