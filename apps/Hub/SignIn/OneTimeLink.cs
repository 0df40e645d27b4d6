using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Hongyan.Hub.SignIn;

/// <summary>The secret of a link that serves once. Only its hash is kept.</summary>
internal static class OneTimeLink
{
    private const int Bytes = 32;

    /// <summary>A new one, as it stands in the address.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is kept of it.</summary>
    public static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>Whether this is the secret; takes the same time either way.</summary>
    public static bool Fits(string secret, byte[]? hash) => hash is not null && CryptographicOperations.FixedTimeEquals(HashOf(secret), hash);
}
