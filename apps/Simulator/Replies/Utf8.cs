using System.Text;

namespace Hongyan.Simulator.Replies;

/// <summary>Text as the platform counts it: by bytes of UTF-8, here and there by characters.</summary>
internal static class Utf8
{
    public static int Count(string text) => Encoding.UTF8.GetByteCount(text);

    /// <summary>Characters, each counted once however it is written.</summary>
    public static int Characters(string text) => text.EnumerateRunes().Count();

    /// <summary>The beginning of a text.</summary>
    public static string Shorten(string text, int maxCharacters) => string.Concat(text.EnumerateRunes().Take(maxCharacters));

    /// <summary>As many whole characters as fit.</summary>
    public static string Cut(string text, int maxBytes)
    {
        var bytes = 0;
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += rune.Utf8SequenceLength;
            if (bytes > maxBytes)
                break;
            length += rune.Utf16SequenceLength;
        }
        return text[..length];
    }
}
