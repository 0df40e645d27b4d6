namespace Hongyan.Protocol;

/// <summary>
/// Where one child stands in its document: its name, and its content. In XML that is what is between the tags, in JSON the value as it is written,
/// a string with its quotes. Plain numbers, because a Range is worked out anew each time that it is looked at, and lookups are what parsing is.
/// </summary>
internal readonly record struct PayloadField(int NameAt, int NameLength, int ContentAt, int ContentLength)
{
    public PayloadField(Range name, int contentAt, int contentEnd)
        : this(name.Start.Value, name.End.Value - name.Start.Value, contentAt, contentEnd - contentAt)
    {
    }
}
