namespace Hongyan.Simulator.Transcripts;

/// <summary>A conversation as a file holds it.</summary>
/// <remarks>The format is defined in docs/guides/transcripts.md.</remarks>
/// <param name="App">The app that the file names, or null.</param>
/// <param name="Person">Who speaks where no name stands, or null.</param>
/// <param name="Steps">What happens, in order.</param>
internal sealed record Transcript(string? App, string? Person, IReadOnlyList<TranscriptStep> Steps);

/// <summary>Something that happens.</summary>
/// <param name="Line">Where it begins in the file, from 1.</param>
internal abstract record TranscriptStep(int Line);

/// <summary>The clock is moved forward.</summary>
internal sealed record TranscriptWait(int Line, TimeSpan Time) : TranscriptStep(Line);

/// <summary>Somebody says or does something, and this is what is to come back.</summary>
/// <param name="Line">Where it begins in the file.</param>
/// <param name="Person">Who; null: the one that the file or the caller names.</param>
/// <param name="Said">What.</param>
/// <param name="Expected">What is to come back.</param>
internal sealed record TranscriptTurn(int Line, string? Person, Said Said, ExpectedReply Expected) : TranscriptStep(Line);
