using System.Globalization;
using System.Text;

namespace Hongyan.Testing;

/// <summary>
/// How a text stands in a line: as it is, but <c>{</c> is doubled, and a character that an editor would not show or would remove is
/// written as <c>{U+0020}</c>. A <c>{name}</c> is a placeholder.
/// </summary>
internal static class TranscriptText
{
    /// <summary>Reads a line of text.</summary>
    /// <param name="line">What stands in the file.</param>
    /// <param name="parts">Texts and placeholders in turn.</param>
    /// <returns>What is wrong with it, in a sentence; null where nothing is.</returns>
    public static string? Parse(string line, out IReadOnlyList<ExpectedPart> parts)
    {
        var read = new List<ExpectedPart>();
        var literal = new StringBuilder();
        parts = read;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] != '{')
            {
                literal.Append(line[at]);
            }
            else if (at + 1 < line.Length && line[at + 1] == '{')
            {
                literal.Append('{');
                at++;
            }
            else
            {
                var end = line.IndexOf('}', at);
                var name = end < 0 ? line[at..] : line[at..(end + 1)];
                if (end >= 0 && CodePoint(name) is { } character)
                    literal.Append(character);
                else if (end >= 0 && Placeholder.Find(name) is { } placeholder)
                    AddPlaceholder(placeholder);
                else
                    return $"'{name}' is not a placeholder. There are {Placeholder.Names} and a character by its number, such as {{U+0020}}; the text itself is written '{{{name}'.";
                at = end;
            }
        }
        AddLiteral();
        return null;

        void AddPlaceholder(Placeholder placeholder)
        {
            AddLiteral();
            read.Add(new ExpectedPart("", placeholder));
        }

        void AddLiteral()
        {
            if (literal.Length > 0)
                read.Add(new ExpectedPart(literal.ToString(), Placeholder: null));
            literal.Clear();
        }
    }

    /// <summary>Writes a text; a line break in it is written by its number.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (char.IsSurrogatePair(text, at))
                escaped.Append(text, at++, 2);
            else if (text[at] == '{')
                escaped.Append("{{");
            else if (IsInvisible(text[at]) || (at == text.Length - 1 && char.IsWhiteSpace(text[at])))
                escaped.Append(CultureInfo.InvariantCulture, $"{{U+{(int)text[at]:X4}}}");
            else
                escaped.Append(text[at]);
        }
        return escaped.ToString();
    }

    /// <summary>Characters that end a line for some editors, that they show as nothing, or that UTF-8 cannot carry.</summary>
    private static bool IsInvisible(char character) =>
        char.IsControl(character) || char.IsSurrogate(character) || character is '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF';

    private static string? CodePoint(string name)
    {
        if (!name.StartsWith("{U+", StringComparison.OrdinalIgnoreCase) || name.Length is < 8 or > 10
            || !int.TryParse(name.AsSpan(3, name.Length - 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            || number > 0x10FFFF)
            return null;
        // Half of a pair is no character, but a text that holds one can be written down all the same.
        return number is >= 0xD800 and <= 0xDFFF ? ((char)number).ToString() : char.ConvertFromUtf32(number);
    }
}
