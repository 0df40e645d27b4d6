using System.Text;

namespace Hongyan.WeCom;

/// <summary>
/// Takes the mention of the robot out of what is said to it in a group: <c>@小雁 天气</c> is about 天气. The platform sends the text as it was
/// written and no name beside it, so a name with a blank in it has to be known from the configuration.
/// </summary>
internal sealed class RobotMention
{
    /// <summary>What may stand directly behind a name; a letter makes it a longer one.</summary>
    private const string SentenceMarks = "，。！？、：；,!?:;";

    private readonly string[] _words;

    private RobotMention(string[] words) => _words = words;

    /// <summary>Of a robot whose name nobody said: the text begins with a mention, which ends at white space.</summary>
    public static RobotMention Unnamed { get; } = new([]);

    /// <summary>Of a robot that people call by this name.</summary>
    /// <param name="name">As the platform shows it. Any white space in it stands for any other.</param>
    public static RobotMention Of(string name) => new(name.Trim().TrimStart('@').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The text without the mentions of the robot, wherever they stand. Where it is not found by its name, without the one that the text begins with.</summary>
    public string RemoveFrom(string text)
    {
        if (!text.Contains('@', StringComparison.Ordinal))
            return text;
        if (_words.Length == 0)
            return WithoutFirst(text);
        var rest = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            if (EndOfMention(text, at) is { } end)
                at = end;
            else
                rest.Append(text[at++]);
        }
        return rest.Length < text.Length ? rest.ToString().Trim() : WithoutFirst(text);
    }

    /// <summary>Where the mention that begins here ends, with the white space behind it; null where none begins. A longer name is somebody else's.</summary>
    private int? EndOfMention(ReadOnlySpan<char> text, int at)
    {
        if (text[at++] != '@')
            return null;
        foreach (var (index, word) in _words.Index())
        {
            var begin = index == 0 ? at : EndOfWhiteSpace(text, at);
            if ((index > 0 && begin == at) || !text[begin..].StartsWith(word, StringComparison.OrdinalIgnoreCase))
                return null;
            at = begin + word.Length;
        }
        if (at == text.Length || SentenceMarks.Contains(text[at], StringComparison.Ordinal))
            return at;
        return char.IsWhiteSpace(text[at]) ? at + 1 : null;
    }

    private static int EndOfWhiteSpace(ReadOnlySpan<char> text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }

    private static string WithoutFirst(string text)
    {
        var trimmed = text.AsSpan().TrimStart();
        if (trimmed is not ['@', ..])
            return text;
        var end = 0;
        while (end < trimmed.Length && !char.IsWhiteSpace(trimmed[end]))
            end++;
        return trimmed[end..].Trim().ToString();
    }
}
