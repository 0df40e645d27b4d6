using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Hongyan.Storage;

/// <summary>
/// Encrypts what people wrote and what they are answered before it goes into the database. Each process makes a key of its own
/// (AES-256-GCM), and Data Protection encrypts that key: once, and not every message, which would cost more than writing it.
/// </summary>
/// <remarks>A payload is: the length of the encrypted key (2 bytes), the encrypted key, nonce (12), tag (16), ciphertext.</remarks>
internal sealed class PayloadProtector : IDisposable
{
    private const int KeySize = 32;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly IDataProtector _protector;
    private readonly Lazy<(byte[] Plain, byte[] Encrypted)> _ownKey;
    private readonly ConcurrentDictionary<string, byte[]> _keys = new(StringComparer.Ordinal);
    private long _nonce;

    // A cipher is not for several threads at once, and making one costs as much as using it.
    private readonly ThreadLocal<AesGcm> _cipher;

    public PayloadProtector(IDataProtectionProvider provider)
    {
        _protector = provider.CreateProtector("Hongyan.Storage.Payload");
        _ownKey = new(NewKey);
        _cipher = new(() => new AesGcm(_ownKey.Value.Plain, TagSize), trackAllValues: true);
    }

    /// <summary>Null for nothing.</summary>
    public byte[]? Protect(ReadOnlyMemory<byte> plaintext)
    {
        if (plaintext.IsEmpty)
            return null;
        var payload = new byte[LengthOf(plaintext)];
        Protect(plaintext.Span, payload);
        return payload;
    }

    /// <summary>As <see cref="Protect(ReadOnlyMemory{byte})"/>, for whoever is done with it when it is written.</summary>
    public RentedPayload Rent(ReadOnlyMemory<byte> plaintext)
    {
        if (plaintext.IsEmpty)
            return default;
        var payload = RentedPayload.Rent(LengthOf(plaintext));
        Protect(plaintext.Span, payload.Array);
        return payload;
    }

    /// <summary>What was protected; empty for nothing.</summary>
    /// <exception cref="CryptographicException">The key ring of Data Protection is not the one it was protected with, or the payload was changed.</exception>
    public byte[] Unprotect(byte[]? payload)
    {
        if (payload is null)
            return [];
        var keyLength = payload.Length < sizeof(ushort) ? int.MaxValue : BinaryPrimitives.ReadUInt16BigEndian(payload);
        if (payload.Length < sizeof(ushort) + (long)keyLength + NonceSize + TagSize)
            throw new CryptographicException("The payload is too short.");
        var key = payload.AsSpan(sizeof(ushort), keyLength).ToArray();
        var rest = payload.AsSpan(sizeof(ushort) + keyLength);
        var plaintext = new byte[rest.Length - NonceSize - TagSize];
        using var cipher = new AesGcm(_keys.GetOrAdd(Convert.ToBase64String(key), _ => _protector.Unprotect(key)), TagSize);
        cipher.Decrypt(rest[..NonceSize], rest[(NonceSize + TagSize)..], rest.Slice(NonceSize, TagSize), plaintext);
        return plaintext;
    }

    public void Dispose()
    {
        foreach (var cipher in _cipher.Values)
            cipher.Dispose();
        _cipher.Dispose();
    }

    private int LengthOf(ReadOnlyMemory<byte> plaintext) => sizeof(ushort) + _ownKey.Value.Encrypted.Length + NonceSize + TagSize + plaintext.Length;

    private void Protect(ReadOnlySpan<byte> plaintext, Span<byte> payload)
    {
        var key = _ownKey.Value.Encrypted;
        BinaryPrimitives.WriteUInt16BigEndian(payload, (ushort)key.Length);
        key.CopyTo(payload[sizeof(ushort)..]);
        var rest = payload[(sizeof(ushort) + key.Length)..];
        // The key is this process's own, so a number that it never uses twice is all that a nonce has to be.
        rest[..(NonceSize - sizeof(long))].Clear();
        BinaryPrimitives.WriteInt64BigEndian(rest[(NonceSize - sizeof(long))..], Interlocked.Increment(ref _nonce));
        _cipher.Value!.Encrypt(rest[..NonceSize], plaintext, rest.Slice(NonceSize + TagSize, plaintext.Length), rest.Slice(NonceSize, TagSize));
    }

    private (byte[] Plain, byte[] Encrypted) NewKey()
    {
        var key = RandomNumberGenerator.GetBytes(KeySize);
        return (key, _protector.Protect(key));
    }
}
