namespace Hongyan;

/// <summary>Answers with text (文本). Line breaks and <c>&lt;a href="…"&gt;</c> work.</summary>
/// <param name="Content">The text: 1 to 2048 bytes of UTF-8, about 680 Chinese characters. Too much is an error when the reply is written; see <see cref="Cut"/>.</param>
public sealed record TextReply(string Content) : Reply
{
    /// <summary>Bytes of UTF-8 that a passive text reply takes.</summary>
    public const int MaxBytes = 2048;

    /// <summary>
    /// A reply with as much of <paramref name="content"/> as fits. Where something had to go it ends in "…"; no character
    /// is ever split, an emoji of several code points included.
    /// </summary>
    public static TextReply Cut(string content) => new(Utf8Limit.Cut(content, MaxBytes));
}
