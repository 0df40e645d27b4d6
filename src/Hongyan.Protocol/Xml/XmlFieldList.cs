namespace Hongyan.Protocol;

/// <summary>A list that starts in the caller's stack memory and moves to the heap only when a document is unusually long.</summary>
internal ref struct XmlFieldList(Span<XmlField> buffer)
{
    /// <summary>Fields to offer from the stack: the longest ordinary message has twelve.</summary>
    public const int StackSize = 24;

    private Span<XmlField> _buffer = buffer;

    public int Count { get; private set; }

    public readonly ReadOnlySpan<XmlField> Fields => _buffer[..Count];

    public void Add(XmlField field)
    {
        if (Count == _buffer.Length)
        {
            var larger = new XmlField[Math.Max(Count * 2, StackSize)];
            _buffer.CopyTo(larger);
            _buffer = larger;
        }
        _buffer[Count++] = field;
    }
}
