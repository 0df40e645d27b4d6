using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Hongyan;

/// <summary>
/// What makes two deliveries the same message: the account and the SHA-256 of the decrypted plaintext. A retry has a new nonce,
/// timestamp and ciphertext; a MsgId is not unique across people, and events have none.
/// </summary>
internal readonly record struct MessageKey(string Account, UInt128 High, UInt128 Low)
{
    public static MessageKey Of(Account account, ReadOnlySpan<byte> plaintext)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(plaintext, hash);
        return new MessageKey(account.Name, BinaryPrimitives.ReadUInt128BigEndian(hash), BinaryPrimitives.ReadUInt128BigEndian(hash[16..]));
    }
}
