using System.Text;

namespace Hongyan.IssueDesk.Trackers.Jira;

/// <summary>Parts of a query that somebody's text cannot break out of.</summary>
internal static class Jql
{
    private const int MostWords = 8;

    /// <summary>A text as one literal.</summary>
    public static string Literal(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).ReplaceLineEndings(" ")}\"";

    /// <summary>The words of a title, without what the text search takes for operators.</summary>
    public static string Words(string title)
    {
        var words = new StringBuilder(title.Length);
        foreach (var rune in title.EnumerateRunes())
            words.Append(Rune.IsLetterOrDigit(rune) ? rune.ToString() : " ");
        return string.Join(' ', words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word is not ("AND" or "OR" or "NOT")).Take(MostWords));
    }
}
