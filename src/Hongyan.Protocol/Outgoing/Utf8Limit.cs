using System.Globalization;
using System.Text;

namespace Hongyan;

/// <summary>Text within the platforms' limits, which count bytes of UTF-8: a Chinese character takes three.</summary>
public static class Utf8Limit
{
    private const string Ellipsis = "…";
    private const int EllipsisBytes = 3;

    /// <summary>
    /// As much of <paramref name="text"/> as <paramref name="maxBytes"/> take, ending in "…" where something was left out.
    /// Cuts between the characters a reader sees, so an emoji of several code points stays whole or goes whole.
    /// </summary>
    /// <param name="text">The text. Comes back as it is where it fits.</param>
    /// <param name="maxBytes">Bytes of UTF-8, "…" included; below 3 the text is cut without it.</param>
    public static string Cut(string text, int maxBytes)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(maxBytes);
        if (Encoding.UTF8.GetByteCount(text) <= maxBytes)
            return text;

        var room = maxBytes < EllipsisBytes ? maxBytes : maxBytes - EllipsisBytes;
        var length = WholeTextElements(text, room);
        // One "character" may be a letter under a thousand accents; when not even the first fits, a code point has to do.
        if (length == 0)
            length = WholeCodePoints(text, room);
        return maxBytes < EllipsisBytes ? text[..length] : string.Concat(text.AsSpan(0, length), Ellipsis);
    }

    /// <summary>
    /// The text in pieces of at most <paramref name="maxBytes"/>, none of them empty; together they are the text again. Cuts between the
    /// characters a reader sees.
    /// </summary>
    /// <param name="text">The text; an empty one has no pieces.</param>
    /// <param name="maxBytes">Bytes of UTF-8, at least 4.</param>
    public static IReadOnlyList<string> Split(string text, int maxBytes)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBytes, 4);
        if (text.Length == 0)
            return [];
        var pieces = new List<string>();
        var rest = text;
        while (Encoding.UTF8.GetByteCount(rest) > maxBytes)
        {
            var length = WholeTextElements(rest, maxBytes);
            if (length == 0)
                length = WholeCodePoints(rest, maxBytes);
            pieces.Add(rest[..length]);
            rest = rest[length..];
        }
        pieces.Add(rest);
        return pieces;
    }

    private static int WholeTextElements(ReadOnlySpan<char> text, int room)
    {
        var at = 0;
        while (at < text.Length)
        {
            var length = StringInfo.GetNextTextElementLength(text[at..]);
            room -= Encoding.UTF8.GetByteCount(text.Slice(at, length));
            if (room < 0)
                break;
            at += length;
        }
        return at;
    }

    private static int WholeCodePoints(ReadOnlySpan<char> text, int room)
    {
        var at = 0;
        while (at < text.Length)
        {
            Rune.DecodeFromUtf16(text[at..], out var rune, out var length);
            room -= rune.Utf8SequenceLength;
            if (room < 0)
                break;
            at += length;
        }
        return at;
    }
}
