namespace Hongyan.Protocol;

/// <summary>A list that starts in the caller's stack memory and moves to the heap only when a document is unusually long.</summary>
/// <param name="buffer">The stack memory.</param>
/// <param name="limit">Fields that the list takes. A stranger's megabytes of "&lt;a/&gt;" must not become more megabytes of ours.</param>
internal ref struct PayloadFieldList(Span<PayloadField> buffer, int limit = PayloadFieldList.Limit)
{
    /// <summary>The most children that an authentic document may have; the platforms' own lists end at a thousand.</summary>
    public const int Limit = 4096;

    /// <summary>Fields to offer from the stack: the longest ordinary message has twelve.</summary>
    public const int StackSize = 24;

    private Span<PayloadField> _buffer = buffer;

    public int Count { get; private set; }

    public readonly ReadOnlySpan<PayloadField> Fields => _buffer[..Count];

    /// <summary>Adds a field; false where the list is full.</summary>
    public bool TryAdd(PayloadField field)
    {
        if (Count == limit)
            return false;
        if (Count == _buffer.Length)
        {
            var larger = new PayloadField[Math.Max(Count * 2, 8)];
            _buffer.CopyTo(larger);
            _buffer = larger;
        }
        _buffer[Count++] = field;
        return true;
    }
}
