namespace Hongyan.Repository.Tests.Documents;

/// <summary>A fenced block of a document.</summary>
/// <param name="Place">File and line.</param>
/// <param name="Language">What stands behind the fence: csharp, bash …</param>
/// <param name="Lines">The content.</param>
/// <param name="Source">The file, with <c>#region</c> where it is a part, that the comment above the fence names; null without such a comment.</param>
internal sealed record Listing(string Place, string Language, IReadOnlyList<string> Lines, string? Source);
