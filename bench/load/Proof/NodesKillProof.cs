using System.Security.Cryptography;

namespace Hongyan.Load.Proof;

/// <summary>One of two servers is killed (kill -9) at random moments, under load, and comes back.</summary>
internal static class NodesKillProof
{
    private const int PerSecond = 100;
    private const int SecondsPerKill = 8;

    public static async Task<Verdict> RunAsync(int size, CancellationToken cancellationToken)
    {
        await using var stage = await Stage.StartNodesAsync(2, cancellationToken);
        var messages = PerSecond * SecondsPerKill * size;
        var run = await stage.Platform.BeginAsync(
            new { messages, people = 499, rate = PerSecond, atOnce = 2000, texts = (string[])[.. Enumerable.Repeat("快 #{n}", 18), "慢1 #{n}", "慢6 #{n}"] }, cancellationToken);

        var kills = 0;
        while (kills < size && await stage.Platform.IsRunningAsync(run, cancellationToken))
        {
            await Task.Delay(RandomNumberGenerator.GetInt32(1000, 4000), cancellationToken);
            var server = stage.Servers[RandomNumberGenerator.GetInt32(stage.Servers.Count)];
            await server.KillAsync();
            await server.StartAsync(cancellationToken);
            kills++;
        }
        await stage.Platform.EndAsync(run, cancellationToken);
        await stage.DrainAsync(cancellationToken);

        var verdict = new Verdict();
        verdict.Tell($"{kills} kills");
        verdict.Expect(kills == size, $"the run ended after {kills} kills");
        verdict.Check(stage, await stage.Platform.ReportAsync(run, cancellationToken));
        verdict.CheckOrder(stage);
        return verdict;
    }
}
