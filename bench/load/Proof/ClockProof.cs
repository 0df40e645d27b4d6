namespace Hongyan.Load.Proof;

/// <summary>The server's clock jumps an hour forward and back while it works and sends.</summary>
internal static class ClockProof
{
    private const int PerSecond = 100;

    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private static readonly string[] Texts = ["快 #{n}", "快 #{n}", "慢1 #{n}", "慢6 #{n}"];

    public static async Task<Verdict> RunAsync(int size, CancellationToken cancellationToken)
    {
        await using var stage = await Stage.StartAsync(isSilent: false, cancellationToken);
        var messages = (int)(PerSecond * size * Between.TotalSeconds);
        var run = await stage.Platform.BeginAsync(
            new { messages, people = 997, rate = PerSecond, atOnce = 2000, copies = 2, texts = Texts }, cancellationToken);
        // Two forward, one back and so on: it comes to both sides of where it began.
        for (var jump = 0; jump < size; jump++)
        {
            await Task.Delay(Between, cancellationToken);
            var seconds = (jump % 4 is 0 or 3 ? Hour : -Hour).TotalSeconds;
            await stage.TellServerAsync($"/proof/clock?seconds={seconds}", cancellationToken);
        }
        await stage.Platform.EndAsync(run, cancellationToken);
        await stage.DrainAsync(cancellationToken);

        var verdict = new Verdict();
        verdict.Tell($"{size} jumps");
        verdict.Check(stage, await stage.Platform.ReportAsync(run, cancellationToken));
        return verdict;
    }
}
