using System.Globalization;
using System.Text;

namespace Hongyan.IssueDesk.Drafts;

/// <summary>A report as an issue has it: one line of title and the rest.</summary>
/// <param name="Title">What the bug is called.</param>
/// <param name="Description">What else is known of it.</param>
internal sealed record ReportText(string Title, string Description)
{
    /// <summary>What stands in a description that has nothing to add.</summary>
    public const string AsTitled = "如题";

    /// <summary>
    /// Divides a report as the first bug robot did: the title ends at the first character that is part of no word, a space included, and
    /// the description begins with the next word. A text that begins with something else has its first word as title and itself as
    /// description.
    /// </summary>
    public static ReportText Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Trim();
        var start = FindWord(text, 0);
        if (start == text.Length)
            return new ReportText("", "");
        var end = EndOfWord(text, start);
        var title = text[start..end];
        if (start > 0)
            return new ReportText(title, text);
        var next = FindWord(text, end);
        return new ReportText(title, next == text.Length ? AsTitled : text[next..]);
    }

    /// <summary>Whether there is a letter or a digit in it.</summary>
    public static bool HasWords(string text) => FindWord(text, 0) < text.Length;

    private static int FindWord(string text, int at)
    {
        while (at < text.Length && !IsWord(text, at, out var length))
            at += length;
        return at;
    }

    private static int EndOfWord(string text, int at)
    {
        while (at < text.Length && IsWord(text, at, out var length))
            at += length;
        return at;
    }

    private static bool IsWord(string text, int at, out int length)
    {
        Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out length);
        return rune.Value == '_' || Rune.IsLetterOrDigit(rune)
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
    }
}
