using System.Globalization;

namespace Hongyan.IssueDesk.Drafts;

/// <summary>Title and description within what Jira takes, and what did not fit.</summary>
/// <param name="Title">One line of at most 255 characters.</param>
/// <param name="Description">At most 32,767 characters.</param>
/// <param name="Rest">The whole description where it was cut, to be attached; null where it was not.</param>
internal sealed record IssueText(string Title, string Description, string? Rest)
{
    public const int LongestTitle = 255;
    public const int LongestDescription = 32_767;

    private const string Ellipsis = "…";

    /// <summary>Fits a report in. What is cut from the title opens the description; no character is split.</summary>
    /// <param name="title">May be long and have line breaks.</param>
    /// <param name="description">May be long.</param>
    /// <param name="longestDescription">Less where the tracker's form needs room for escapes and a line about the reporter.</param>
    public static IssueText Fit(string title, string description, int longestDescription = LongestDescription)
    {
        var line = string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var cut = Cut(line, LongestTitle);
        if (cut != line)
            description = $"{Ellipsis}{line[(cut.Length - Ellipsis.Length)..]}\n\n{description}";
        var fitted = Cut(description, longestDescription);
        return new IssueText(cut, fitted, fitted == description ? null : description);
    }

    /// <summary>As many whole characters as fit, with … at the end where some do not.</summary>
    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
            return text;
        var end = 0;
        foreach (var start in StringInfo.ParseCombiningCharacters(text.Length > longest * 2 ? text[..(longest * 2)] : text))
        {
            if (start > longest - Ellipsis.Length)
                break;
            end = start;
        }
        // A letter under a thousand accents is one "character"; a whole code point has to do then.
        if (end == 0)
            end = char.IsHighSurrogate(text[longest - Ellipsis.Length - 1]) ? longest - Ellipsis.Length - 1 : longest - Ellipsis.Length;
        return text[..end] + Ellipsis;
    }
}
