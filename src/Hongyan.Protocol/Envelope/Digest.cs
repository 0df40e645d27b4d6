using System.Security.Cryptography;

namespace Hongyan.Protocol;

/// <summary>The hashes of the callback path.</summary>
/// <remarks>Each thread keeps what makes them: setting that up for each message costs a fifth of the hash (bench/README.md).</remarks>
internal static class Digest
{
    [ThreadStatic]
    private static IncrementalHash? _sha1;

    [ThreadStatic]
    private static IncrementalHash? _sha256;

    /// <summary>The SHA-1, with which the platforms sign.</summary>
    /// <param name="content">What is hashed.</param>
    /// <param name="hash">Receives 20 bytes.</param>
    public static void Sha1(ReadOnlySpan<byte> content, Span<byte> hash) =>
        Hash(_sha1 ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA1), content, hash);

    /// <summary>The SHA-256.</summary>
    /// <param name="content">What is hashed.</param>
    /// <param name="hash">Receives 32 bytes.</param>
    public static void Sha256(ReadOnlySpan<byte> content, Span<byte> hash) =>
        Hash(_sha256 ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256), content, hash);

    private static void Hash(IncrementalHash algorithm, ReadOnlySpan<byte> content, Span<byte> hash)
    {
        algorithm.AppendData(content);
        algorithm.GetHashAndReset(hash);
    }
}
