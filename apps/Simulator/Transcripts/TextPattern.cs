using System.Text;
using System.Text.RegularExpressions;

namespace Hongyan.Simulator.Transcripts;

/// <summary>A text of a transcript: what has to be there to the letter, and placeholders for what varies.</summary>
internal sealed partial class TextPattern
{
    // Of a number; {*} is not limited.
    private const int LongestPlaceholder = 40;

    private readonly IReadOnlyList<Element> _elements;

    private TextPattern(IReadOnlyList<Element> elements) => _elements = elements;

    // A character, or a placeholder by its name.
    private readonly record struct Element(char Character, string? Placeholder);

    /// <summary>The text to the letter. Only for a pattern without placeholders.</summary>
    public string Literal => string.Concat(_elements.Select(element => element.Character));

    /// <summary>Reads the text behind a mark or a field's name.</summary>
    /// <exception cref="TranscriptException">A brace means nothing.</exception>
    public static TextPattern Read(int line, string source, bool allowPlaceholders)
    {
        var elements = new List<Element>();
        for (var i = 0; i < source.Length;)
        {
            var brace = Brace().Match(source, i);
            if (source[i] != '{')
                elements.Add(new(source[i++], null));
            else if (!brace.Success)
                throw new TranscriptException(line, "Brace", Excerpt(source[i..]));
            else
            {
                i += brace.Length;
                if (brace.Groups["placeholder"] is { Success: true } placeholder)
                    elements.Add(allowPlaceholders ? new('\0', placeholder.Value) : throw new TranscriptException(line, "PlaceholderInSaid", brace.Value));
                else if (brace.Groups["hex"] is { Success: true } hex)
                    elements.AddRange(FromNumber(line, hex.Value).Select(c => new Element(c, null)));
                else
                    elements.Add(new('{', null));
            }
        }
        return new(elements);
    }

    /// <summary>Several lines as one text.</summary>
    public static TextPattern Join(IEnumerable<TextPattern> lines)
    {
        var elements = new List<Element>();
        foreach (var (index, line) in lines.Index())
        {
            if (index > 0)
                elements.Add(new('\n', null));
            elements.AddRange(line._elements);
        }
        return new(elements);
    }

    /// <summary>Compares from the first character to the last.</summary>
    /// <returns>Null when the text fits; else where they part.</returns>
    public TextMismatch? Compare(string text)
    {
        // The places that can be reached with each element more; a placeholder may reach several.
        var reached = new bool[text.Length + 1];
        reached[0] = true;
        foreach (var (index, element) in _elements.Index())
        {
            var next = new bool[text.Length + 1];
            for (var at = Array.IndexOf(reached, true); at <= text.Length; at++)
            {
                if (reached[at])
                    Reach(element, text, at, next);
            }
            if (!next.Contains(true))
                return Part(index, text, Array.LastIndexOf(reached, true));
            reached = next;
        }
        return reached[text.Length] ? null : Part(_elements.Count, text, Array.LastIndexOf(reached, true));
    }

    private static void Reach(Element element, string text, int at, bool[] next)
    {
        switch (element.Placeholder)
        {
            case null when at < text.Length && text[at] == element.Character:
                next[at + 1] = true;
                break;
            case null:
                break;
            case "*" when !next[at]:
                Array.Fill(next, true, at, next.Length - at);
                break;
            case "*":
                break;
            case var name:
                var whole = name switch { "number" => Number(), "date" => Date(), _ => Time() };
                for (var end = at + 1; end <= Math.Min(text.Length, at + LongestPlaceholder); end++)
                    next[end] |= whole.IsMatch(text.AsSpan(at, end - at));
                break;
        }
    }

    private TextMismatch Part(int index, string text, int at)
    {
        // Half of a surrogate pair is nothing that could be shown.
        if (at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]))
            (index, at) = (index - 1, at - 1);
        var expected = string.Concat(_elements.Skip(index).Select(element =>
            element.Placeholder is { } name ? $"{{{name}}}" : element.Character == '{' ? "{{" : element.Character.ToString()));
        return new(text[..at].EnumerateRunes().Count() + 1, Excerpt(expected), Excerpt(text[at..]));
    }

    private static string FromNumber(int line, string hex)
    {
        var number = Convert.ToInt32(hex, 16);
        // A surrogate alone is no character, but a text can hold one.
        return number is >= 0xD800 and <= 0xDFFF ? ((char)number).ToString()
            : Rune.IsValid(number) ? char.ConvertFromUtf32(number)
            : throw new TranscriptException(line, "Character", hex);
    }

    private static string Excerpt(string text)
    {
        const int Longest = 40;
        return text.Length <= Longest ? text : text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)] + "…";
    }

    [GeneratedRegex(@"\G\{(?:\{|U\+(?<hex>[0-9A-Fa-f]{4,6})\}|(?<placeholder>\*|number|date|time)\})")]
    private static partial Regex Brace();

    [GeneratedRegex(@"\A-?[0-9]+(?:\.[0-9]+)?\z")]
    private static partial Regex Number();

    [GeneratedRegex(@"\A[0-9]{4}(?:-[0-9]{1,2}-[0-9]{1,2}|/[0-9]{1,2}/[0-9]{1,2}|年[0-9]{1,2}月[0-9]{1,2}日)\z")]
    private static partial Regex Date();

    [GeneratedRegex(@"\A[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?\z")]
    private static partial Regex Time();
}
