using System.Text;
using System.Text.RegularExpressions;

namespace Hongyan.Testing;

/// <summary>A text that an answer should have, with placeholders for what differs from run to run.</summary>
internal sealed class ExpectedText
{
    private readonly ExpectedPart[] _parts;

    public ExpectedText(IEnumerable<ExpectedPart> parts) => _parts = [.. parts];

    public ExpectedText(string literal) => _parts = literal.Length == 0 ? [] : [new ExpectedPart(literal, Placeholder: null)];

    public IReadOnlyList<ExpectedPart> Parts => _parts;

    /// <summary>The text itself; null where it holds a placeholder.</summary>
    public string? Literal => Array.Exists(_parts, part => part.Placeholder is not null) ? null : string.Concat(_parts.Select(part => part.Literal));

    public bool IsEmpty => _parts.Length == 0;

    /// <summary>Several lines as one text.</summary>
    public static ExpectedText Join(IEnumerable<IReadOnlyList<ExpectedPart>> lines) =>
        new(lines.SelectMany((line, index) => index == 0 ? line : line.Prepend(new ExpectedPart("\n", Placeholder: null))));

    /// <summary>The lines as they stand in a file.</summary>
    public IReadOnlyList<string> ToLines()
    {
        var lines = new List<StringBuilder> { new() };
        var pending = "";
        foreach (var part in _parts)
        {
            if (part.Placeholder is not null)
            {
                lines[^1].Append(EscapeInside(pending)).Append(part.Placeholder.Name);
                pending = "";
                continue;
            }
            var pieces = (pending + part.Literal).Split('\n');
            foreach (var piece in pieces[..^1])
            {
                lines[^1].Append(TranscriptText.Escape(piece));
                lines.Add(new StringBuilder());
            }
            pending = pieces[^1];
        }
        lines[^1].Append(TranscriptText.Escape(pending));
        return [.. lines.Select(line => line.ToString())];
    }

    public bool Matches(string actual) => Compile(_parts, toTheEnd: true).IsMatch(actual);

    /// <summary>Where an answer leaves what is expected, in a sentence.</summary>
    public string DescribeDifference(string actual)
    {
        var units = _parts.SelectMany(Split).ToArray();
        // A prefix of a prefix that matches matches too, so the longest one can be searched by halves.
        int matched = 0, failed = units.Length + 1;
        while (failed - matched > 1)
        {
            var middle = (matched + failed) / 2;
            if (Compile(units[..middle], toTheEnd: false).IsMatch(actual))
                matched = middle;
            else
                failed = middle;
        }

        var at = Compile(units[..matched], toTheEnd: false).Match(actual).Length;
        var before = actual[..at].Split('\n');
        var column = before[^1].EnumerateRunes().Count() + 1;
        var place = actual.Contains('\n', StringComparison.Ordinal) ? $"in line {before.Length} of the answer from character {column} on" : $"from character {column} on";
        var expectedRest = new ExpectedText(units[matched..]).ToLines()[0];
        return $"They differ {place}: expected {Quote(expectedRest, units.Length == matched)}, got {Quote(TranscriptText.Escape(actual[at..].Split('\n')[0]), at == actual.Length)}.";
    }

    private static string Quote(string rest, bool isEnd)
    {
        const int Longest = 40;
        if (isEnd)
            return "the end of the text";
        if (rest.Length == 0)
            return "the end of the line";
        return rest.Length <= Longest ? $"\"{rest}\"" : $"\"{rest[..Longest]}…\"";
    }

    /// <summary>Placeholders and single characters; half an emoji is none.</summary>
    private static IEnumerable<ExpectedPart> Split(ExpectedPart part)
    {
        if (part.Placeholder is not null)
            yield return part;
        for (var at = 0; at < part.Literal.Length; at++)
            yield return part with { Literal = char.IsSurrogatePair(part.Literal, at) ? part.Literal.Substring(at++, 2) : part.Literal.Substring(at, 1) };
    }

    /// <summary>Escapes a text that something follows: blanks at its end are safe.</summary>
    private static string EscapeInside(string text) => TranscriptText.Escape(text + ".")[..^1];

    private static Regex Compile(IEnumerable<ExpectedPart> parts, bool toTheEnd)
    {
        var pattern = new StringBuilder(@"\A");
        foreach (var part in parts)
            pattern.Append(part.Placeholder is null ? Regex.Escape(part.Literal) : $"(?:{part.Placeholder.Pattern})");
        // Without backtracking the time is linear, however many placeholders stand side by side.
        return new Regex(pattern.Append(toTheEnd ? @"\z" : "").ToString(), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    }
}
