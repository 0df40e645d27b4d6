using System.Buffers;

namespace Hongyan.Storage;

/// <summary>A protected payload at the beginning of an array that goes back to the pool.</summary>
internal readonly struct RentedPayload(byte[]? array, int length) : IDisposable
{
    /// <summary>The array; null for nothing.</summary>
    public byte[]? Array => array;

    /// <summary>The bytes of the payload.</summary>
    public int Length => length;

    /// <summary>The payload itself.</summary>
    public Span<byte> Span => array.AsSpan(0, length);

    public static RentedPayload Rent(int length) => new(ArrayPool<byte>.Shared.Rent(length), length);

    /// <summary>Gives the array back. Nobody may look at it any more.</summary>
    public void Dispose()
    {
        if (array is not null)
            ArrayPool<byte>.Shared.Return(array);
    }
}
