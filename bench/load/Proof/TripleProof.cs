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
        var counts = (await stage.Platform.FindAsync(run, cancellationToken))["counts"]!;
        var effects = stage.Effects();
        verdict.Tell($"{counts["attempts"]:N0} deliveries of {size:N0} messages, {effects.Count:N0} effects, {stage.Count("bots_inbox"):N0} rows in the inbox");
        verdict.Tell($"answers {counts["medianMs"]} ms in the middle, {counts["p99Ms"]} ms at the 99th percentile");
        verdict.Expect((int)counts["accepted"]! == size, $"{counts["accepted"]} messages were accepted");
        verdict.Expect(effects.Count == size, $"{effects.Count} messages had an effect");
        verdict.Expect(effects.Values.All(count => count == 1), $"{effects.Values.Count(count => count > 1)} effects happened more than once");
        verdict.Expect((int)counts["unanswered"]! == 0, $"{counts["unanswered"]} messages were not answered");
        verdict.Expect((int)counts["differing"]! == 0, $"{counts["differing"]} messages were answered in two ways");
        verdict.Expect((int)counts["repeated"]! == 0, $"{counts["repeated"]} answers came twice");
        return verdict;
    }
}
