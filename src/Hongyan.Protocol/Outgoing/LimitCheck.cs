using System.Buffers;
using System.Globalization;
using System.Text;

namespace Hongyan.Protocol;

/// <summary>Holds the fields of one reply or call against what the platform's page says it takes.</summary>
/// <param name="subject">What is being checked, as it reads in a sentence: "a passive text reply".</param>
/// <param name="page">Where the limits are written.</param>
internal readonly struct LimitCheck(string subject, string page)
{
    private static readonly SearchValues<char> TaskIdCharacters =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_-@");

    private readonly string _subject = subject;
    private readonly string _page = page;

    /// <summary>Text that must not be empty and has at most so many bytes of UTF-8.</summary>
    public void Required(string field, string? text, int maxBytes = int.MaxValue, string advice = "Shorten it.")
    {
        if (string.IsNullOrEmpty(text))
            throw new FieldLimitException(field, 1, 0, $"{field} is empty; {_subject} needs it ({_page}).");
        Optional(field, text, maxBytes, advice);
    }

    /// <summary>Text that may be absent and has at most so many bytes of UTF-8.</summary>
    public void Optional(string field, string? text, int maxBytes, string advice = "Shorten it.")
    {
        // A character takes three bytes at most (a surrogate pair four), so most text is not even counted.
        if (text is null || text.Length <= maxBytes / 3)
            return;
        var bytes = Encoding.UTF8.GetByteCount(text);
        if (bytes > maxBytes)
            throw new FieldLimitException(field, maxBytes, bytes,
                $"{field} has {bytes} bytes of UTF-8; {_subject} takes at most {maxBytes} ({_page}). {advice}");
    }

    /// <summary>Text that may be absent and has at most so many characters, however many bytes they take.</summary>
    public void Characters(string field, string? text, int max, string advice = "Shorten it.")
    {
        if (text is null || text.Length <= max)
            return;
        var characters = text.EnumerateRunes().Count();
        if (characters > max)
            throw new FieldLimitException(field, max, characters,
                $"{field} has {characters} characters; {_subject} takes at most {max} ({_page}). {advice}");
    }

    /// <summary>A list of so many items.</summary>
    public void Count(string field, int count, int min, int max)
    {
        if (count >= min && count <= max)
            return;
        var takes = min == 0 ? $"at most {max}" : $"{min} to {max}";
        throw new FieldLimitException(field, count < min ? min : max, count,
            $"{field} has {count} items; {_subject} takes {takes} ({_page}).");
    }

    /// <summary>A number between two bounds, both included.</summary>
    public void Range(string field, double value, double min, double max)
    {
        // Written so that NaN fails too.
        if (value >= min && value <= max)
            return;
        throw new FieldLimitException(field, value < min ? min : max, value, string.Create(CultureInfo.InvariantCulture,
            $"{field} is {value}; {_subject} takes {min} to {max} ({_page})."));
    }

    /// <summary>One of several parts that is needed, so that at least one is there.</summary>
    public void AnyOf(string fields, bool found)
    {
        if (!found)
            throw new FieldLimitException(fields, 1, 0, $"{fields}: {_subject} needs at least one of them ({_page}).");
    }

    /// <summary>Parts that exclude each other.</summary>
    public void AtMostOneOf(string fields, int found)
    {
        if (found > 1)
            throw new FieldLimitException(fields, 1, found, $"{fields}: {found} of them are set; {_subject} takes one at most ({_page}).");
    }

    /// <summary>Keys that must differ from each other.</summary>
    public void Unique(string field, IEnumerable<string> keys)
    {
        var most = keys.CountBy(key => key, StringComparer.Ordinal).Select(pair => pair.Value).DefaultIfEmpty().Max();
        if (most > 1)
            throw new FieldLimitException(field, 1, most, $"{field} holds one value {most} times; in {_subject} each must be unique ({_page}).");
    }

    /// <summary>A task id: at most 128 of the characters that the platform allows; may be absent.</summary>
    public void TaskId(string field, string? taskId)
    {
        if (string.IsNullOrEmpty(taskId))
            return;
        Optional(field, taskId, 128);
        var others = taskId.AsSpan().IndexOfAnyExcept(TaskIdCharacters) < 0 ? 0 : taskId.Count(c => !TaskIdCharacters.Contains(c));
        if (others > 0)
            throw new FieldLimitException(field, 0, others,
                $"{field} has {others} characters that are not allowed; it takes letters, digits, '_', '-' and '@' ({_page}).");
    }
}
