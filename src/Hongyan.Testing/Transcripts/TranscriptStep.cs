namespace Hongyan.Testing;

/// <summary>One thing that happens in a conversation.</summary>
/// <param name="Line">Where it stands; the first line is 1.</param>
internal abstract record TranscriptStep(int Line);
