using System.Buffers;

namespace Hongyan;

/// <summary>Counts what is written on to the response, whose Content-Length must be known before it is flushed.</summary>
internal sealed class CountedWriter(IBufferWriter<byte> response) : IBufferWriter<byte>
{
    /// <summary>Bytes so far.</summary>
    public long Count { get; private set; }

    public void Advance(int count)
    {
        response.Advance(count);
        Count += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0) => response.GetMemory(sizeHint);

    public Span<byte> GetSpan(int sizeHint = 0) => response.GetSpan(sizeHint);
}
