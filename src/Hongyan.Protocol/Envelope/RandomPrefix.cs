using System.Security.Cryptography;

namespace Hongyan.Protocol;

/// <summary>The sixteen random bytes before each message, from the system's generator.</summary>
internal static class RandomPrefix
{
    /// <summary>Bytes.</summary>
    public const int Length = 16;

    private const int BatchSize = 1024;

    // Asking the generator for sixteen bytes costs about as much as asking for a thousand, so each thread asks for many at once.
    [ThreadStatic]
    private static byte[]? _batch;

    [ThreadStatic]
    private static int _left;

    /// <summary>Fills the prefix with bytes that were never handed out before.</summary>
    public static void Fill(Span<byte> prefix)
    {
        _batch ??= new byte[BatchSize];
        if (_left < prefix.Length)
        {
            RandomNumberGenerator.Fill(_batch);
            _left = BatchSize;
        }
        _left -= prefix.Length;
        _batch.AsSpan(_left, prefix.Length).CopyTo(prefix);
    }
}
