using System.Buffers.Binary;
using System.Security.Cryptography;
using Hongyan.Protocol;

namespace Hongyan;

/// <summary>
/// What makes two deliveries the same message: the account and the SHA-256 of the decrypted plaintext. A retry has a new nonce,
/// timestamp and ciphertext; a MsgId is not unique across people, and events have none. Twenty bytes of the hash are kept behind the time and
/// the MsgId that the plaintext holds, so that a store's unique index grows at its end and not everywhere (docs/decisions/0020).
/// </summary>
/// <param name="Account">The account's name in the configuration.</param>
/// <param name="High">The first half: the time, the MsgId where there is one, and what the hash has there.</param>
/// <param name="Low">The second half: that of the hash.</param>
public readonly record struct MessageKey(string Account, UInt128 High, UInt128 Low)
{
    /// <summary>The key of a decrypted document.</summary>
    public static MessageKey Of(Account account, ReadOnlySpan<byte> plaintext)
    {
        ArgumentNullException.ThrowIfNull(account);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Digest.Sha256(plaintext, hash);
        return FromHash(account.Name, hash);
    }

    /// <summary>The key of what arrived.</summary>
    public static MessageKey Of(Account account, Incoming incoming)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(incoming);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        Digest.Sha256(incoming.Raw.Span, hash);
        BinaryPrimitives.WriteUInt32BigEndian(hash, (uint)incoming.CreatedAt.ToUnixTimeSeconds());
        if (incoming is IncomingMessage { MessageId: not 0 } message)
            BinaryPrimitives.WriteInt64BigEndian(hash[sizeof(uint)..], message.MessageId);
        return FromHash(account.Name, hash);
    }

    /// <summary>The key as it was before <see cref="CopyHashTo"/>.</summary>
    /// <param name="account">The account's name.</param>
    /// <param name="hash">32 bytes.</param>
    public static MessageKey FromHash(string account, ReadOnlySpan<byte> hash) =>
        new(account, BinaryPrimitives.ReadUInt128BigEndian(hash), BinaryPrimitives.ReadUInt128BigEndian(hash[16..]));

    /// <summary>A part of the hash proper: nothing spreads better.</summary>
    public override int GetHashCode() => (int)Low;

    /// <summary>Writes the 32 bytes of the hash, for a store that keeps them as they are.</summary>
    public void CopyHashTo(Span<byte> hash)
    {
        BinaryPrimitives.WriteUInt128BigEndian(hash, High);
        BinaryPrimitives.WriteUInt128BigEndian(hash[16..], Low);
    }
}
