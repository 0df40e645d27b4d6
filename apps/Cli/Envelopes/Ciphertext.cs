using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Hongyan.Cli.Envelopes;

/// <summary>
/// What a ciphertext holds, whoever it is meant for. The library refuses a foreign receiveid and says no more, as it must; whoever looks
/// for the mistake has to see whose it is.
/// </summary>
internal static class Ciphertext
{
    private const int HeaderLength = 20;
    private const int LongestPadding = 32;

    /// <summary>Opens it without looking at the receiveid.</summary>
    /// <returns>False where the key does not fit, or it is no ciphertext.</returns>
    public static bool TryOpen(string key, string encrypted, out string receiveId, out byte[] message)
    {
        receiveId = "";
        message = [];
        try
        {
            using var aes = Aes.Create();
            aes.Key = Convert.FromBase64String(key + "=");
            var plain = aes.DecryptCbc(Convert.FromBase64String(encrypted), aes.Key.AsSpan(0, 16), PaddingMode.None);
            if (plain.Length < HeaderLength)
                return false;
            int padding = plain[^1];
            var end = plain.Length - (padding is >= 1 and <= LongestPadding && padding <= plain.Length - HeaderLength ? padding : 0);
            var length = BinaryPrimitives.ReadInt32BigEndian(plain.AsSpan(16));
            if (length < 0 || length > end - HeaderLength)
                return false;
            message = plain[HeaderLength..(HeaderLength + length)];
            receiveId = Encoding.UTF8.GetString(plain.AsSpan(HeaderLength + length, end - HeaderLength - length));
            return true;
        }
        catch (Exception failure) when (failure is FormatException or CryptographicException)
        {
            return false;
        }
    }
}
