namespace Hongyan.Testing;

/// <summary>A conversation as it stands in a file.</summary>
/// <param name="File">The file's name, for messages.</param>
/// <param name="App">The app that it was recorded with; null where the file does not say. A test decides itself.</param>
/// <param name="Person">Who speaks where a line names nobody; null where the file does not say. A test decides itself.</param>
/// <param name="Steps">What happens, in order.</param>
internal sealed record Transcript(string File, string? App, string? Person, IReadOnlyList<TranscriptStep> Steps);
