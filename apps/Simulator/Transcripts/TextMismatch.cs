namespace Hongyan.Simulator.Transcripts;

/// <summary>Where a text and what was expected part.</summary>
/// <param name="Position">The first character that differs, from 1.</param>
/// <param name="Expected">What should come there.</param>
/// <param name="Actual">What does.</param>
internal sealed record TextMismatch(int Position, string Expected, string Actual);
