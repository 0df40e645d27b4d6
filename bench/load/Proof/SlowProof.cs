namespace Hongyan.Load.Proof;

/// <summary>A handler that takes longer than all of the platform's deliveries together.</summary>
internal static class SlowProof
{
    private const int People = 20;

    public static async Task<Verdict> RunAsync(int size, CancellationToken cancellationToken)
    {
        var verdict = new Verdict();
        await SendAsync(size, verdict, cancellationToken);
        await FetchAsync(size, verdict, cancellationToken);
        return verdict;
    }

    private static async Task SendAsync(int seconds, Verdict verdict, CancellationToken cancellationToken)
    {
        await using var stage = await Stage.StartAsync(isSilent: false, cancellationToken);
        var run = await stage.Platform.BeginAsync(Plan($"慢{seconds} #{{n}}"), cancellationToken);
        await stage.Platform.EndAsync(run, cancellationToken);
        await stage.DrainAsync(cancellationToken);

        await CheckCallsAsync(stage, verdict, People, cancellationToken);
        verdict.Check(stage, await stage.Platform.ReportAsync(run, cancellationToken), answers: 1);
    }

    /// <summary>Without active sending the answer waits for the person's next text.</summary>
    private static async Task FetchAsync(int seconds, Verdict verdict, CancellationToken cancellationToken)
    {
        await using var stage = await Stage.StartAsync(isSilent: true, cancellationToken);
        var asked = await stage.Platform.BeginAsync(Plan($"慢{seconds} #{{n}}"), cancellationToken);
        await stage.Platform.EndAsync(asked, cancellationToken);
        await stage.DrainAsync(cancellationToken);
        var promised = await stage.Platform.ReportAsync(asked, cancellationToken);
        await CheckCallsAsync(stage, verdict, People, cancellationToken);

        var fetched = await AnswersAsync(stage, "取 #{n}", cancellationToken);
        var next = await AnswersAsync(stage, "又 #{n}", cancellationToken);
        verdict.Tell($"without active sending: {promised.Count(message => message.Reply is not null)} promises, {fetched.Count(reply => reply?.StartsWith("收到 慢", StringComparison.Ordinal) == true)} answers fetched");
        verdict.Expect(promised.All(message => message.Reply?.Contains("回复任意文字", StringComparison.Ordinal) == true), "somebody was not told to write again");
        verdict.Expect(fetched.SequenceEqual(Expected($"慢{seconds}")), $"the next text fetched {string.Join(", ", fetched.Distinct().Take(3))}");
        verdict.Expect(next.SequenceEqual(Expected("又")), $"the text after it got {string.Join(", ", next.Distinct().Take(3))}");
    }

    private static object Plan(string text) => new { messages = People, people = People, atOnce = People, texts = new[] { text } };

    private static IEnumerable<string> Expected(string word) => Enumerable.Range(1, People).Select(number => $"收到 {word} #{number}");

    private static async Task<List<string?>> AnswersAsync(Stage stage, string text, CancellationToken cancellationToken)
    {
        var run = await stage.Platform.BeginAsync(Plan(text), cancellationToken);
        await stage.Platform.EndAsync(run, cancellationToken);
        return [.. (await stage.Platform.ReportAsync(run, cancellationToken)).Select(message => message.Reply)];
    }

    private static async Task CheckCallsAsync(Stage stage, Verdict verdict, int expected, CancellationToken cancellationToken)
    {
        var calls = await stage.AskServerAsync("/proof/calls", cancellationToken);
        verdict.Expect((int)calls["total"]! == expected && (int)calls["distinct"]! == expected,
            $"{expected} messages made {calls["total"]} calls of the handler");
    }
}
