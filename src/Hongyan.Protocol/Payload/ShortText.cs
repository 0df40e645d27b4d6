using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace Hongyan.Protocol;

/// <summary>Turns UTF-8 into a string. An encoding goes through the bytes twice, first to count the characters; what is short becomes characters on the stack at once.</summary>
internal static class ShortText
{
    private const int MaxLength = 256;

    [SkipLocalsInit]
    public static string Decode(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > MaxLength)
            return Encoding.UTF8.GetString(utf8);
        Span<char> text = stackalloc char[MaxLength];
        Utf8.ToUtf16(utf8, text, out _, out var written);
        return new string(text[..written]);
    }
}
