using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Hongyan;

/// <summary>The body of one callback in a rented buffer; nothing larger than the limit is ever read.</summary>
internal readonly struct CallbackBody : IDisposable
{
    /// <summary>Bytes. The longest callback, a list of 1000 changed records, stays below a tenth of it.</summary>
    public const int MaxLength = 1024 * 1024;

    private readonly byte[]? _rented;
    private readonly int _length;

    private CallbackBody(byte[]? rented, int length, bool isTooLarge)
    {
        _rented = rented;
        _length = length;
        IsTooLarge = isTooLarge;
    }

    public bool IsTooLarge { get; }

    public ReadOnlySpan<byte> Span => _rented.AsSpan(0, _length);

    /// <summary>
    /// Tells the server the limit, whether the body will be read or not: untold, it reads a refused request's body on for seconds after the
    /// answer; told, it closes the connection.
    /// </summary>
    public static void LimitLength(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit
            && (limit.MaxRequestBodySize ?? long.MaxValue) > MaxLength)
            limit.MaxRequestBodySize = MaxLength;
    }

    /// <summary>Reads it, or as much as shows that it is too large.</summary>
    /// <exception cref="IOException">The connection broke, or what came is not HTTP.</exception>
    public static async ValueTask<CallbackBody> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > MaxLength)
            return new CallbackBody(null, 0, isTooLarge: true);

        var reader = request.BodyReader;
        while (true)
        {
            // The server ends the read itself when the connection breaks. Ended from outside, by RequestAborted, it would count as still
            // going on when Kestrel drains the body afterwards, and be logged as an error.
            var read = await reader.ReadAsync(CancellationToken.None).ConfigureAwait(false);
            if (read.Buffer.Length > MaxLength)
            {
                reader.AdvanceTo(read.Buffer.End);
                return new CallbackBody(null, 0, isTooLarge: true);
            }
            if (read.IsCompleted)
                return Copy(reader, read.Buffer);
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    public void Dispose()
    {
        if (_rented is not null)
            ArrayPool<byte>.Shared.Return(_rented);
    }

    private static CallbackBody Copy(PipeReader reader, ReadOnlySequence<byte> buffer)
    {
        var length = (int)buffer.Length;
        var rented = ArrayPool<byte>.Shared.Rent(length);
        buffer.CopyTo(rented);
        reader.AdvanceTo(buffer.End);
        return new CallbackBody(rented, length, isTooLarge: false);
    }
}
