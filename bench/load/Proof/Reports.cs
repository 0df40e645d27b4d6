namespace Hongyan.Load.Proof;

/// <summary>What must be so in every report, whatever happened to the server.</summary>
internal static class Reports
{
    /// <summary>Every accepted message has exactly one effect and one answer; no message has two of either.</summary>
    /// <param name="verdict">What is found goes here.</param>
    /// <param name="stage">Whose database holds the effects.</param>
    /// <param name="messages">What the platform saw.</param>
    /// <param name="answers">How many active messages belong to an answer; 0 where it may be passive.</param>
    public static void Check(this Verdict verdict, Stage stage, IReadOnlyList<MessageReport> messages, int answers = 0)
    {
        var effects = stage.Effects();
        var accepted = messages.Where(message => message.Accepted).ToList();
        // Whoever was killed in the middle of a call cannot know whether the platform took it; such a row is never repeated by itself.
        var unknown = stage.Count("bots_outbox where State = 4");
        var unanswered = accepted.Count(message => answers == 0 ? !message.IsAnswered : message.SentCount != answers);

        verdict.Tell($"{messages.Count:N0} messages, {accepted.Count:N0} accepted, {messages.Count(message => message.GivenUp):N0} given up by the platform, {effects.Count:N0} effects");
        verdict.Tell($"{messages.Count(message => message.Reply is not null):N0} passive answers, {messages.Sum(message => message.SentCount):N0} active messages, {unknown} in doubt");
        verdict.Expect(accepted.TrueForAll(message => effects.GetValueOrDefault(message.Text) == 1),
            $"{accepted.Count(message => effects.GetValueOrDefault(message.Text) != 1)} accepted messages do not have exactly one effect: {Some(accepted.Where(message => effects.GetValueOrDefault(message.Text) != 1))}");
        verdict.Expect(effects.Values.All(count => count == 1), $"{effects.Values.Count(count => count > 1)} effects happened more than once");
        verdict.Expect(unanswered <= unknown, $"{unanswered} accepted messages were not answered: {Some(accepted.Where(message => !message.IsAnswered))}");
        verdict.Expect(messages.All(message => !message.Differs), $"{messages.Count(message => message.Differs)} messages were answered in two ways");
        verdict.Expect(messages.All(message => message.Repeated == 0), $"answers came twice: {Some(messages.Where(message => message.Repeated > 0))}");
        verdict.Expect(stage.Count("bots_inbox where State = 2") == 0, $"{stage.Count("bots_inbox where State = 2")} messages are dead letters");
        verdict.Expect(!stage.Servers.Any(server => server.HasDied), "a server ended by itself");
    }

    /// <summary>A run of messages that were delivered three times each: one effect and one answer of each.</summary>
    public static async Task CheckTripleAsync(this Verdict verdict, Stage stage, int run, int size, CancellationToken cancellationToken)
    {
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
    }

    /// <summary>Each conversation's outcomes were committed in the order of its inbox.</summary>
    public static void CheckOrder(this Verdict verdict, Stage stage)
    {
        var late = stage.Count("(select FinishedAt, lag(FinishedAt) over (partition by Account, Person order by Id) as before from bots_inbox) as turns where FinishedAt < before");
        verdict.Expect(late == 0, $"{late} messages ended before an earlier one of their conversation");
    }

    private static string Some(IEnumerable<MessageReport> messages) =>
        string.Join(", ", messages.Take(5).Select(message => $"'{message.Text}' (reply {message.Reply ?? "-"}, sent {message.SentCount})"));
}
