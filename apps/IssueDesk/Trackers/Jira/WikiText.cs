using System.Text;

namespace Hongyan.IssueDesk.Trackers.Jira;

/// <summary>Plain text for a field that Jira Server reads as wiki markup: what would mean something there is written so that it only shows.</summary>
internal static class WikiText
{
    private const string Always = "{}[]()|!?#";
    private const string AroundWords = "*_-+^~";

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        for (var at = 0; at < text.Length; at++)
        {
            var character = text[at];
            if (character is '\\' or '&')
                escaped.Append("&#").Append((int)character).Append(';');
            else if (character == '.' && ClosesBlockMark(text, at))
                escaped.Append("&#46;");
            else if (Always.Contains(character, StringComparison.Ordinal) || (AroundWords.Contains(character, StringComparison.Ordinal) && !IsInsideAWord(text, at)))
                escaped.Append('\\').Append(character);
            else
                escaped.Append(character);
        }
        return escaped.ToString();
    }

    /// <summary>The minus of 2026-01-05 means nothing.</summary>
    private static bool IsInsideAWord(string text, int at) =>
        at > 0 && at < text.Length - 1 && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1]);

    /// <summary>The dot of h1. or bq. at the start of a line.</summary>
    private static bool ClosesBlockMark(string text, int at)
    {
        if (at < 2)
            return false;
        var isMark = (text[at - 2] is 'h' or 'H' && text[at - 1] is >= '1' and <= '6') || (text[at - 2] is 'b' or 'B' && text[at - 1] is 'q' or 'Q');
        return isMark && text[..(at - 2)].TrimEnd(' ', '\t') is [] or [.., '\n'];
    }
}
