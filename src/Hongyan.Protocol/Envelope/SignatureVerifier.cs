using System.Security.Cryptography;
using System.Text;

namespace Hongyan.Protocol;

/// <summary>
/// Makes and checks the signature of a callback: lower-case hexadecimal SHA-1 of token, timestamp, nonce and ciphertext,
/// sorted by byte and joined. The same rule serves both platforms; an Official Account's plain signature has no ciphertext.
/// </summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90968.</remarks>
public static class SignatureVerifier
{
    /// <summary>Characters in a signature.</summary>
    public const int SignatureLength = 40;

    /// <summary>Signs one envelope.</summary>
    /// <returns>40 lower-case hexadecimal characters.</returns>
    public static string Sign(string token, string timestamp, string nonce, string encrypt)
    {
        Span<byte> signature = stackalloc byte[SignatureLength];
        Sign(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(timestamp), Encoding.UTF8.GetBytes(nonce),
            Encoding.UTF8.GetBytes(encrypt), signature);
        return Encoding.ASCII.GetString(signature);
    }

    /// <summary>Signs one envelope into the first 40 bytes of <paramref name="signature"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The buffer is shorter than 40 bytes.</exception>
    public static void Sign(
        ReadOnlySpan<byte> token, ReadOnlySpan<byte> timestamp, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> encrypt,
        Span<byte> signature)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(signature.Length, SignatureLength, nameof(signature));
        var length = token.Length + timestamp.Length + nonce.Length + encrypt.Length;
        using var rented = new RentedBytes(length, stackalloc byte[RentedBytes.StackSize]);
        var joined = rented.Span;

        JoinSorted(token, timestamp, nonce, encrypt, joined);
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        Digest.Sha1(joined, hash);
        Convert.TryToHexStringLower(hash, signature, out _);
    }

    /// <summary>Whether <paramref name="signature"/> belongs to these values.</summary>
    public static bool Verify(
        ReadOnlySpan<byte> token, ReadOnlySpan<byte> timestamp, ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> encrypt,
        ReadOnlySpan<byte> signature)
    {
        Span<byte> expected = stackalloc byte[SignatureLength];
        Sign(token, timestamp, nonce, encrypt, expected);
        // Constant time: how long the comparison takes must not tell an attacker how many characters were right.
        return CryptographicOperations.FixedTimeEquals(expected, signature);
    }

    private static void JoinSorted(
        ReadOnlySpan<byte> a, ReadOnlySpan<byte> b, ReadOnlySpan<byte> c, ReadOnlySpan<byte> d, Span<byte> joined)
    {
        // A sorting network for four: spans cannot be put into an array to be sorted.
        if (a.SequenceCompareTo(b) > 0) Swap(ref a, ref b);
        if (c.SequenceCompareTo(d) > 0) Swap(ref c, ref d);
        if (a.SequenceCompareTo(c) > 0) Swap(ref a, ref c);
        if (b.SequenceCompareTo(d) > 0) Swap(ref b, ref d);
        if (b.SequenceCompareTo(c) > 0) Swap(ref b, ref c);

        a.CopyTo(joined);
        b.CopyTo(joined[a.Length..]);
        c.CopyTo(joined[(a.Length + b.Length)..]);
        d.CopyTo(joined[(a.Length + b.Length + c.Length)..]);
    }

    private static void Swap(ref ReadOnlySpan<byte> x, ref ReadOnlySpan<byte> y)
    {
        var held = x;
        x = y;
        y = held;
    }
}
