namespace Hongyan.Simulator.Transcripts;

/// <summary>How a replay went.</summary>
/// <param name="Turns">How many turns were played, the one that differs included.</param>
/// <param name="Difference">The first difference; null when all went as the transcript says.</param>
internal sealed record ReplayResult(int Turns, TranscriptDifference? Difference);
