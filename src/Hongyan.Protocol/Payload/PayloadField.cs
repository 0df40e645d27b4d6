namespace Hongyan.Protocol;

/// <summary>
/// Where one field stands in its document: its name, and its content. In XML that is what is between the tags, in JSON the value as it is written,
/// a string with its quotes. Plain numbers, because a Range is worked out anew each time that it is looked at.
/// </summary>
/// <param name="Mark">The name's <see cref="MarkOf"/>.</param>
/// <param name="NameAt">Where the name begins.</param>
/// <param name="NameLength">The bytes of the name.</param>
/// <param name="ContentAt">Where the content begins.</param>
/// <param name="ContentLength">The bytes of the content.</param>
/// <param name="Descendants">How many fields there are inside it; they are listed right behind it.</param>
internal readonly record struct PayloadField(int Mark, int NameAt, int NameLength, int ContentAt, int ContentLength, int Descendants = 0)
{
    /// <summary>The mark of a name that is written with escapes, which may be any name.</summary>
    public const int AnyName = -1;

    public PayloadField(int mark, Range name, int contentAt, int contentEnd)
        : this(mark, name.Start.Value, name.End.Value - name.Start.Value, contentAt, contentEnd - contentAt)
    {
    }

    /// <summary>A number that two names share where they differ at most in the case of ASCII letters, and hardly ever else: so most fields are passed by without a look at their name.</summary>
    public static int MarkOf(ReadOnlySpan<byte> name) =>
        name.IsEmpty ? 0 : (name[0] | 0x20) | (name[name.Length >> 1] | 0x20) << 8 | (name[^1] | 0x20) << 16 | (name.Length & 0x7F) << 24;
}
