using System.Buffers;

namespace Hongyan.Protocol;

/// <summary>A scratch buffer: the caller's stack memory when it is large enough, an array from the pool otherwise.</summary>
internal readonly ref struct RentedBytes
{
    /// <summary>Bytes to offer from the stack; most messages fit.</summary>
    public const int StackSize = 1024;

    private readonly byte[]? _rented;

    public RentedBytes(int length, Span<byte> stack)
    {
        _rented = length <= stack.Length ? null : ArrayPool<byte>.Shared.Rent(length);
        Span = (_rented ?? stack)[..length];
    }

    public Span<byte> Span { get; }

    public void Dispose()
    {
        if (_rented is not null)
            ArrayPool<byte>.Shared.Return(_rented);
    }
}
