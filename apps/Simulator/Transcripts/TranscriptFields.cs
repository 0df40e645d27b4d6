using System.Text.RegularExpressions;

namespace Hongyan.Simulator.Transcripts;

/// <summary>The fields below a line: <c>| name: value</c>.</summary>
internal static partial class TranscriptFields
{
    /// <summary>Reads them, in order.</summary>
    /// <param name="block">The line and those that go on from it.</param>
    /// <param name="known">The names that there are.</param>
    /// <param name="repeated">The names that may stand there more than once.</param>
    /// <param name="allowPlaceholders">Whether a value may hold placeholders.</param>
    /// <exception cref="TranscriptException">A line is no field, or not one of these.</exception>
    public static IReadOnlyList<(string Name, TextPattern Value, int Line)> Read(
        TranscriptBlock block, IReadOnlyList<string> known, IReadOnlyList<string> repeated, bool allowPlaceholders)
    {
        var fields = new List<(string Name, TextPattern Value, int Line)>();
        foreach (var (line, text) in block.More)
        {
            var match = Field().Match(text);
            if (!match.Success)
                throw new TranscriptException(line, "NotAField", text);
            var name = match.Groups["name"].Value;
            if (!known.Contains(name))
                throw known.Count == 0
                    ? new TranscriptException(line, "NoFields", block.Kind)
                    : new TranscriptException(line, "UnknownField", block.Kind, name, string.Join(", ", known));
            if (!repeated.Contains(name) && fields.Any(field => field.Name == name))
                throw new TranscriptException(line, "FieldTwice", name);
            fields.Add((name, TextPattern.Read(line, match.Groups["value"].Value, allowPlaceholders), line));
        }
        return fields;
    }

    [GeneratedRegex(@"\A(?<name>[A-Za-z0-9]+):(?: (?<value>.*))?\z", RegexOptions.Singleline)]
    private static partial Regex Field();
}
