using System.Text;

namespace Hongyan.IssueDesk.Drafts;

/// <summary>Short answers as people write them. Only a whole message counts: 好像确认不了 is no confirmation.</summary>
internal static class Wordings
{
    private static readonly HashSet<string> Yes = new(StringComparer.OrdinalIgnoreCase) { "确认", "是", "是的", "y", "yes", "1", "确定", "提交" };
    private static readonly HashSet<string> No = new(StringComparer.OrdinalIgnoreCase) { "取消", "否", "不是", "不要", "不提了", "n", "no", "cancel" };

    public static bool IsYes(string text) => Yes.Contains(Bare(text));

    public static bool IsNo(string text) => No.Contains(Bare(text));

    public static bool Is(string text, string word) => Bare(text).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>What follows a word at the start of a text; null where the text does not start with it or nothing follows.</summary>
    public static string? After(string text, string word)
    {
        text = text.Trim();
        if (!text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            return null;
        var rest = text[word.Length..].TrimStart(' ', '\u3000', ',', '，', ':', '：', '\n', '\r');
        return ReportText.HasWords(rest) ? rest : null;
    }

    /// <summary>Without punctuation around it, and with full-width letters and digits as Chinese keyboards write them made plain.</summary>
    private static string Bare(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).EnumerateRunes()
        .SkipWhile(IsAround).Reverse().SkipWhile(IsAround).Reverse().Select(rune => rune.ToString()));

    private static bool IsAround(Rune rune) => Rune.IsPunctuation(rune) || Rune.IsSymbol(rune) || Rune.IsWhiteSpace(rune) || Rune.IsControl(rune);
}
