using System.Security.Cryptography;

namespace Hongyan.Load.Proof;

/// <summary>kill -9 at random moments under 200 messages a second, quick ones and slow ones.</summary>
internal static class KillProof
{
    private const int PerSecond = 200;
    private const int SecondsPerKill = 4;

    public static async Task<Verdict> RunAsync(int size, CancellationToken cancellationToken)
    {
        await using var stage = await Stage.StartAsync(isSilent: false, cancellationToken);
        var messages = PerSecond * SecondsPerKill * size;
        var run = await stage.Platform.BeginAsync(
            new { messages, people = 997, rate = PerSecond, atOnce = 2000, texts = Texts() }, cancellationToken);

        var kills = 0;
        while (kills < size && await stage.Platform.IsRunningAsync(run, cancellationToken))
        {
            await Task.Delay(RandomNumberGenerator.GetInt32(100, 2500), cancellationToken);
            await stage.Server.KillAsync();
            await stage.Server.StartAsync(cancellationToken);
            kills++;
        }
        await stage.Platform.EndAsync(run, cancellationToken);
        await stage.DrainAsync(cancellationToken);

        var verdict = new Verdict();
        verdict.Tell($"{kills} kills");
        verdict.Expect(kills == size, $"the run ended after {kills} kills");
        verdict.Check(stage, await stage.Platform.ReportAsync(run, cancellationToken));
        return verdict;
    }

    /// <summary>Of twenty, one takes a second, so that it is killed in the middle, and one takes so long that its answer is sent.</summary>
    private static string[] Texts() => [.. Enumerable.Repeat("快 #{n}", 18), "慢1 #{n}", "慢6 #{n}"];
}
