namespace Hongyan.IssueDesk.Trackers;

/// <summary>Whether two titles may mean the same bug: Chinese has no blanks between words, so pairs of characters are compared.</summary>
internal static class TitleLikeness
{
    private const double Alike = 0.5;

    public static bool AreAlike(string one, string other)
    {
        var first = Pairs(one);
        var second = Pairs(other);
        if (first.Count == 0 || second.Count == 0)
            return string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
        return 2.0 * first.Intersect(second).Count() / (first.Count + second.Count) >= Alike;
    }

    private static HashSet<string> Pairs(string text)
    {
        var letters = string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
        return [.. Enumerable.Range(0, Math.Max(0, letters.Length - 1)).Select(at => letters.Substring(at, 2))];
    }
}
