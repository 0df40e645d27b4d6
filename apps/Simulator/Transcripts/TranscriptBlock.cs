using System.Text.RegularExpressions;

namespace Hongyan.Simulator.Transcripts;

/// <summary>A line that begins with a mark, and those that go on from it.</summary>
/// <param name="Line">Number of the first line.</param>
/// <param name="Content">What stands behind the mark.</param>
internal sealed partial record TranscriptBlock(int Line, string Content)
{
    private readonly List<(int Line, string Text)> _more = [];

    /// <summary>The lines that go on from the first.</summary>
    public IReadOnlyList<(int Line, string Text)> More => _more;

    /// <summary>The kind in brackets, <c>text</c> where there is none.</summary>
    public string Kind => KindOf(Content) ?? "text";

    /// <summary>The first line behind the kind.</summary>
    public string Main => KindOf(Content) is { } kind ? Content[Math.Min(Content.Length, kind.Length + 3)..] : Content;

    /// <summary>Whether nothing stands there at all.</summary>
    public bool IsEmpty => Content.Length == 0 && _more.Count == 0;

    /// <summary>Whether a text would be read as a kind.</summary>
    public static bool LooksLikeKind(string text) => KindOf(text) is not null;

    public void Add(int line, string text) => _more.Add((line, text));

    private static string? KindOf(string content) => KindInBrackets().Match(content) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"\A\(([A-Za-z_]+)\)(?: |\z)")]
    private static partial Regex KindInBrackets();
}
