using Hongyan.Simulator.Resources;
using Hongyan.Simulator.Transcripts;

namespace Hongyan.Simulator.Control;

/// <summary>The first thing that went otherwise than the transcript says.</summary>
/// <param name="Line">Where in the file, from 1.</param>
/// <param name="Who">UserID of who had spoken.</param>
/// <param name="Expected">What was to come back, as it stands in the file.</param>
/// <param name="Actual">What came back, as it would stand there.</param>
/// <param name="Message">The difference in words.</param>
public sealed record ReplayDifferenceView(int Line, string Who, string Expected, string Actual, string Message)
{
    /// <summary>Says a difference in the reader's language.</summary>
    internal static ReplayDifferenceView Of(TranscriptDifference difference, Wording wording) => new(
        difference.Line, difference.Who, difference.Expected, difference.Actual,
        wording["Replay_At", difference.Line, difference.Who, difference.Said, Explain(difference, wording)]);

    private static string Explain(TranscriptDifference difference, Wording wording) => difference.Mismatch switch
    {
        null => wording["Replay_Failed", difference.Failure is { } failure ? wording.Of(failure) : "-"],
        { ExpectedKind: { } expected, ActualKind: { } actual } => wording["Replay_Kind", wording.NameOfReply(expected), wording.NameOfReply(actual)],
        { ExpectedArticles: { } expected, ActualArticles: { } actual } => wording["Replay_Articles", expected, actual],
        { Text: var text, Article: { } article } => wording["Replay_Article", article, difference.Mismatch.Field!, text!.Position, Show(text.Expected), Show(text.Actual)],
        { Text: var text, Field: "content" } => wording["Replay_Text", text!.Position, Show(text.Expected), Show(text.Actual)],
        { Text: var text } => wording["Replay_Field", difference.Mismatch.Field!, text!.Position, Show(text.Expected), Show(text.Actual)],
    };

    // A line break would break the sentence.
    private static string Show(string text) => text.Replace("\n", "⏎", StringComparison.Ordinal);
}
