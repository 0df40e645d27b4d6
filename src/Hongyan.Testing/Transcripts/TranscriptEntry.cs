namespace Hongyan.Testing;

/// <summary>A line that begins with a sign, and the <c>|</c> lines that continue it.</summary>
/// <param name="Line">Where it stands; the first line is 1.</param>
/// <param name="Sign"><c>&gt;</c>, <c>&lt;</c> or <c>*</c>.</param>
/// <param name="Person">Who is named before the sign; null for nobody.</param>
/// <param name="Text">What stands behind the sign.</param>
internal sealed record TranscriptEntry(int Line, char Sign, string? Person, string Text)
{
    public List<(int Line, string Text)> Continued { get; } = [];
}
