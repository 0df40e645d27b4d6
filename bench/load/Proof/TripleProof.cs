namespace Hongyan.Load.Proof;

/// <summary>Each message delivered three times, all of them in any order.</summary>
internal static class TripleProof
{
    public static async Task<Verdict> RunAsync(int size, CancellationToken cancellationToken)
    {
        await using var stage = await Stage.StartAsync(isSilent: false, cancellationToken);
        var run = await stage.Platform.BeginAsync(new { messages = size, people = 997, copies = 3, shuffled = true, atOnce = 128 }, cancellationToken);
        await stage.Platform.EndAsync(run, cancellationToken);
        await stage.DrainAsync(cancellationToken);

        var verdict = new Verdict();
        await verdict.CheckTripleAsync(stage, run, size, cancellationToken);
        return verdict;
    }
}
