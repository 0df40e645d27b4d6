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

    private static readonly string[] Schemes = ["https://", "http://"];

    /// <summary>
    /// Divides a report as the first bug robot did: the title ends at the first character that is part of no word, a space included, and
    /// the description begins with the next word. A text that begins with something else has its first word as title and itself as
    /// description. An address is no word: "https" would be nobody's title, and the rest of the address would lead nowhere.
    /// </summary>
    public static ReportText Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Trim();
        if (!HasWords(text))
            return new ReportText("", "");
        var start = FindTitle(text);
        if (start == text.Length)
            return new ReportText(FirstAddress(text), text);
        var end = EndOfWord(text, start);
        var title = text[start..end];
        if (start > 0)
            return new ReportText(title, text);
        var next = FindWord(text, end);
        return new ReportText(title, next == text.Length ? AsTitled : text[next..]);
    }

    private static int FindTitle(string text)
    {
        var at = FindWord(text, 0);
        while (at < text.Length && IsAddress(text, at))
            at = FindWord(text, EndOfAddress(text, at));
        return at;
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
        while (at < text.Length && IsWord(text, at, out var length) && !IsAddress(text, at))
            at += length;
        return at;
    }

    private static bool IsAddress(string text, int at) => Schemes.Any(scheme =>
        text.AsSpan(at).StartsWith(scheme, StringComparison.OrdinalIgnoreCase) && at + scheme.Length < text.Length && IsWord(text, at + scheme.Length, out _));

    // Chinese goes on right behind an address, without a space between them.
    private static int EndOfAddress(string text, int at)
    {
        while (at < text.Length && text[at] is > ' ' and <= '~')
            at++;
        return at;
    }

    // Without its scheme, as people read it.
    private static string FirstAddress(string text)
    {
        var start = FindWord(text, 0);
        var address = text[start..EndOfAddress(text, start)];
        return address[(address.IndexOf("//", StringComparison.Ordinal) + 2)..];
    }

    private static bool IsWord(string text, int at, out int length)
    {
        Rune.DecodeFromUtf16(text.AsSpan(at), out var rune, out length);
        return rune.Value == '_' || Rune.IsLetterOrDigit(rune)
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber;
    }
}
