using Hongyan.Simulator.Resources;
using Hongyan.Simulator.Transcripts;

namespace Hongyan.Simulator.Control;

/// <summary>How a replay went.</summary>
/// <param name="Matches">Whether the bot answered as the transcript says.</param>
/// <param name="Turns">How many turns were played.</param>
/// <param name="Difference">The first difference; null when there is none.</param>
public sealed record ReplayView(bool Matches, int Turns, ReplayDifferenceView? Difference)
{
    /// <summary>Shows a result in the reader's language.</summary>
    internal static ReplayView Of(ReplayResult result, Wording wording) => new(
        result.Difference is null, result.Turns, result.Difference is { } difference ? ReplayDifferenceView.Of(difference, wording) : null);
}
