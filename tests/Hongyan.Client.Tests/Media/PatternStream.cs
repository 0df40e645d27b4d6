namespace Hongyan.Client.Tests.Media;

/// <summary>A stream as long as wanted that is nowhere in memory; byte n is n modulo 251, after an optional start.</summary>
internal sealed class PatternStream(long length, bool canSeek, byte[]? start = null) : Stream
{
    private readonly byte[] _start = start ?? [];
    private long _position;

    /// <summary>Called before bytes are handed out, with how many have been so far.</summary>
    public Action<long>? Reading { get; init; }

    public long BytesRead { get; private set; }

    public bool IsDisposed { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => canSeek;

    public override bool CanWrite => false;

    public override long Length => canSeek ? length : throw new NotSupportedException();

    public override long Position
    {
        get => canSeek ? _position : throw new NotSupportedException();
        set => _position = canSeek ? value : throw new NotSupportedException();
    }

    public static byte[] Bytes(int count) => [.. Enumerable.Range(0, count).Select(n => (byte)(n % 251))];

    public override int Read(Span<byte> buffer)
    {
        Reading?.Invoke(BytesRead);
        var count = (int)Math.Min(buffer.Length, length - _position);
        for (var i = 0; i < count; i++, _position++)
            buffer[i] = _position < _start.Length ? _start[_position] : (byte)(_position % 251);
        BytesRead += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(Read(buffer.Span));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Task.FromResult(Read(buffer.AsSpan(offset, count)));

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }
}
