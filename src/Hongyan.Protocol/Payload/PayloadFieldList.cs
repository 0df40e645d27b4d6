namespace Hongyan.Protocol;

/// <summary>
/// Every field of a document in its order, each followed by those inside it, so that a document is walked once however deep it is read. Starts in the
/// caller's stack memory and moves to the heap only when a document is unusually long.
/// </summary>
/// <param name="buffer">The stack memory.</param>
/// <param name="limit">Fields that the list takes. A stranger's megabytes of "&lt;a/&gt;" must not become more megabytes of ours.</param>
internal ref struct PayloadFieldList(Span<PayloadField> buffer, int limit = PayloadFieldList.Limit)
{
    /// <summary>The most fields that an authentic document may have; the platforms' own lists end at a thousand items.</summary>
    public const int Limit = 16_384;

    /// <summary>The most fields that a body may have before anybody has verified it: an envelope has three.</summary>
    public const int UnverifiedLimit = 64;

    /// <summary>Fields to offer from the stack: the longest ordinary message has twelve.</summary>
    public const int StackSize = 24;

    private Span<PayloadField> _buffer = buffer;

    public int Count { get; private set; }

    public readonly ReadOnlySpan<PayloadField> Fields => _buffer[..Count];

    public readonly PayloadField this[int index] => _buffer[index];

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

    /// <summary>Ends the field at <paramref name="index"/>: what was added since then is inside it.</summary>
    public readonly void Close(int index, int end)
    {
        var field = _buffer[index];
        _buffer[index] = field with { ContentLength = end - field.ContentAt, Descendants = Count - index - 1 };
    }
}
