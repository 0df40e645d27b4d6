namespace Hongyan.Load.Proof;

/// <summary>The platform's API cannot be reached, and then refuses every fifth call. Each message is answered by two active ones.</summary>
internal static class PlatformGoneProof
{
    private const int PerSecond = 30;
    private const int People = 199;

    private static readonly string[] Texts = ["发 #{n}"];

    public static async Task<Verdict> RunAsync(int size, CancellationToken cancellationToken)
    {
        await using var stage = await Stage.StartAsync(isSilent: false, cancellationToken);
        var run = await stage.Platform.BeginAsync(
            new { messages = PerSecond * size, people = People, rate = PerSecond, atOnce = 500, texts = Texts }, cancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(Math.Min(5, size)), cancellationToken);
        stage.Gate.Close();
        await Task.Delay(TimeSpan.FromSeconds(size), cancellationToken);
        var waiting = stage.Count("bots_outbox where State < 2");

        // Busy, too many at once, and, some times, a token that has ended: together a fifth of the calls. The client asks for five tokens a minute
        // at the most, so the last of these is harder than it looks.
        object[] faults =
        [
            new { path = "/cgi-bin/message/send", errCode = -1, percent = 10 },
            new { path = "/cgi-bin/message/send", errCode = 45033, percent = 8 },
            new { path = "/cgi-bin/message/send", errCode = 42001, percent = 4, times = 8 },
        ];
        await stage.Platform.FailCallsAsync(faults, cancellationToken);
        stage.Gate.Open();
        await stage.Platform.EndAsync(run, cancellationToken);
        await stage.DrainAsync(cancellationToken);

        var verdict = new Verdict();
        var counts = (await stage.Platform.FindAsync(run, cancellationToken))["counts"]!;
        var (sent, failed, unknown) = (stage.Count("bots_outbox where State = 2"), stage.Count("bots_outbox where State in (3, 5)"), stage.Count("bots_outbox where State = 4"));
        verdict.Tell($"{waiting} messages waited when the platform came back; {sent} sent, {failed} failed, {unknown} in doubt");
        verdict.Expect(waiting > 0, "nothing waited for the platform");
        verdict.Expect(failed == 0, $"{failed} messages failed or expired: {stage.Failures()}");
        verdict.Expect(sent + unknown == 2L * PerSecond * size, $"{sent} sent and {unknown} in doubt are not the {2 * PerSecond * size} that were committed");
        verdict.Expect((int)counts["outOfOrder"]! == 0, $"{counts["outOfOrder"]} messages overtook an earlier one of their person");
        verdict.Expect((int)counts["overQuota"]! == 0, $"{counts["overQuota"]} messages were more than the platform lets through");
        verdict.Check(stage, await stage.Platform.ReportAsync(run, cancellationToken), answers: 2);
        return verdict;
    }
}
