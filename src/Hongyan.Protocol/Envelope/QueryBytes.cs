using System.Text;

namespace Hongyan.Protocol;

/// <summary>Timestamp and nonce of a query as UTF-8.</summary>
internal readonly ref struct QueryBytes
{
    private readonly RentedBytes _bytes;

    public QueryBytes(string timestamp, string nonce, Span<byte> stack)
    {
        var longest = Encoding.UTF8.GetMaxByteCount(timestamp.Length) + Encoding.UTF8.GetMaxByteCount(nonce.Length);
        _bytes = new RentedBytes(longest, stack);
        var first = Encoding.UTF8.GetBytes(timestamp, _bytes.Span);
        var second = Encoding.UTF8.GetBytes(nonce, _bytes.Span[first..]);
        Timestamp = _bytes.Span[..first];
        Nonce = _bytes.Span[first..(first + second)];
    }

    public ReadOnlySpan<byte> Timestamp { get; }

    public ReadOnlySpan<byte> Nonce { get; }

    public void Dispose() => _bytes.Dispose();
}
