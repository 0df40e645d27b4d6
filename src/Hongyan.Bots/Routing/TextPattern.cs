using System.Text;
using System.Text.RegularExpressions;

namespace Hongyan;

/// <summary>
/// A text pattern in words: literal text, white space for one or more spaces, <c>{name}</c> for a capture. Case does not
/// matter. A capture takes as little as it can; the last one takes the rest.
/// </summary>
internal sealed partial class TextPattern
{
    private readonly Regex? _regex;

    private TextPattern(string text, Regex? regex, string[] captures)
    {
        Text = text;
        _regex = regex;
        Captures = captures;
    }

    /// <summary>The pattern as written, with each white space as one blank.</summary>
    public string Text { get; }

    /// <summary>The names of the captures, in order.</summary>
    public IReadOnlyList<string> Captures { get; }

    public static TextPattern Parse(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var text = WhiteSpace().Replace(pattern, " ").Trim();
        if (text.Length == 0)
            throw Malformed(pattern, "it is empty; a route for every text is OnText(handler), without a pattern");

        var regex = new StringBuilder("^");
        var captures = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            switch (text[at])
            {
                case '{':
                    var end = text.IndexOf('}', at);
                    var name = end < 0 ? "" : text[(at + 1)..end];
                    if (!CaptureName().IsMatch(name))
                        throw Malformed(pattern, end < 0 ? "a '{' is not closed" : $"'{{{name}}}' is not a name; a capture looks like {{city}}");
                    if (captures.Contains(name, StringComparer.OrdinalIgnoreCase))
                        throw Malformed(pattern, $"'{{{name}}}' occurs twice");
                    if (at > 0 && text[at - 1] == '}')
                        throw Malformed(pattern, $"nothing stands between '{{{captures[^1]}}}' and '{{{name}}}', so no one can tell where the first ends");
                    captures.Add(name);
                    // White space around a capture is cut off, so something else has to be in it.
                    regex.Append(@"(\s*\S.*?)");
                    at = end + 1;
                    break;
                case '}':
                    throw Malformed(pattern, "a '}' closes nothing");
                case ' ':
                    regex.Append(@"\s+");
                    at++;
                    break;
                default:
                    regex.Append(Regex.Escape(text[at].ToString()));
                    at++;
                    break;
            }
        }

        // Without backtracking the time is linear in the length of the message, whatever a stranger writes.
        return new TextPattern(text, captures.Count == 0 && !text.Contains(' ') ? null : new Regex(regex.Append('$').ToString(),
            RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline), [.. captures]);
    }

    /// <summary>Whether the whole text fits, surrounding white space aside.</summary>
    /// <param name="content">What the person wrote.</param>
    /// <param name="captured">The text of each capture, in the order of <see cref="Captures"/>.</param>
    public bool TryMatch(string content, out string?[] captured)
    {
        captured = [];
        if (_regex is null)
            return content.AsSpan().Trim().Equals(Text, StringComparison.OrdinalIgnoreCase);

        var match = _regex.Match(content.Trim());
        if (!match.Success)
            return false;
        captured = [.. match.Groups.Values.Skip(1).Select(group => group.Value.Trim())];
        return true;
    }

    private static HongyanStartupException Malformed(string pattern, string reason) =>
        new("HY1006", $"The text pattern '{pattern}' cannot be used: {reason}.");

    [GeneratedRegex(@"\s+")]
    private static partial Regex WhiteSpace();

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{Nd}_]*$")]
    private static partial Regex CaptureName();
}
