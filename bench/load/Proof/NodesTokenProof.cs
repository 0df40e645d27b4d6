namespace Hongyan.Load.Proof;

/// <summary>The platform revokes the access token again and again while two servers send.</summary>
internal static class NodesTokenProof
{
    private const int PerSecond = 40;

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    public static async Task<Verdict> RunAsync(int size, CancellationToken cancellationToken)
    {
        await using var stage = await Stage.StartNodesAsync(2, cancellationToken);
        var seconds = (size + 1) * (int)(Between + Soon).TotalSeconds;
        var run = await stage.Platform.BeginAsync(
            new { messages = PerSecond * seconds, people = 1999, rate = PerSecond, atOnce = 2000, texts = (string[])["发 #{n}"] }, cancellationToken);
        var verdict = new Verdict();
        for (var i = 0; i < size; i++)
        {
            await Task.Delay(Between, cancellationToken);
            var before = await stage.Platform.LastCallAsync(cancellationToken);
            await stage.Platform.RevokeTokensAsync(cancellationToken);
            await Task.Delay(Soon, cancellationToken);
            var (fetches, calls) = await stage.Platform.CountCallsAsync(before, "/cgi-bin/gettoken", cancellationToken);
            verdict.Tell($"{fetches} fetch for {calls} calls");
            verdict.Expect(fetches == 1, $"{fetches} fetches after a revocation");
        }
        await stage.Platform.EndAsync(run, cancellationToken);
        await stage.DrainAsync(cancellationToken);

        verdict.Check(stage, await stage.Platform.ReportAsync(run, cancellationToken), answers: 2);
        return verdict;
    }
}
