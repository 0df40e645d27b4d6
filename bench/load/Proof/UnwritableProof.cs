namespace Hongyan.Load.Proof;

/// <summary>The store cannot be written for a while: somebody has locked it, then the disk is full.</summary>
internal static class UnwritableProof
{
    private const int PerSecond = 50;

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(8);

    private static readonly string[] Texts = ["快 #{n}", "快 #{n}", "快 #{n}", "慢1 #{n}"];

    public static async Task<Verdict> RunAsync(int size, CancellationToken cancellationToken)
    {
        await using var stage = await Stage.StartAsync(isSilent: false, cancellationToken);
        var seconds = (2 * size) + (3 * (int)Between.TotalSeconds);
        var run = await stage.Platform.BeginAsync(
            new { messages = PerSecond * seconds, people = 499, rate = PerSecond, atOnce = 2000, texts = Texts }, cancellationToken);
        var verdict = new Verdict();

        await Task.Delay(Between, cancellationToken);
        using (stage.Lock())
            await Task.Delay(TimeSpan.FromSeconds(size), cancellationToken);
        var whileLocked = await stage.Platform.CountAsync(run, "503", cancellationToken);
        await ExpectRecoveryAsync(stage, run, "locked", verdict, cancellationToken);

        await stage.TellServerAsync("/proof/full?on=true", cancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(size), cancellationToken);
        await stage.TellServerAsync("/proof/full?on=false", cancellationToken);
        var whileFull = await stage.Platform.CountAsync(run, "503", cancellationToken) - whileLocked;
        await ExpectRecoveryAsync(stage, run, "full", verdict, cancellationToken);

        await stage.Platform.EndAsync(run, cancellationToken);
        await stage.DrainAsync(cancellationToken);
        verdict.Tell($"503: {whileLocked} while locked, {whileFull} while full");
        verdict.Expect(whileLocked > 0, "nothing was refused while the store was locked");
        verdict.Expect(whileFull > 0, "nothing was refused while the store was full");
        verdict.Check(stage, await stage.Platform.ReportAsync(run, cancellationToken));
        return verdict;
    }

    private static async Task ExpectRecoveryAsync(Stage stage, int run, string what, Verdict verdict, CancellationToken cancellationToken)
    {
        var before = await stage.Platform.CountAsync(run, "200", cancellationToken);
        await Task.Delay(Between, cancellationToken);
        var after = await stage.Platform.CountAsync(run, "200", cancellationToken);
        verdict.Expect(after - before > PerSecond, $"only {after - before} messages were accepted in the seconds after the store was {what}");
    }
}
