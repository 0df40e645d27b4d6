using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Hongyan.Storage;

/// <summary>
/// Encrypts what people wrote and what they are answered before it goes into the database. Each process makes a key of its own
/// (AES-256-GCM), and Data Protection encrypts that key: once, and not every message, which would cost more than writing it.
/// </summary>
/// <remarks>
/// A payload is: the length of the encrypted key (2 bytes), the encrypted key, nonce (12), tag (16), ciphertext. Where the highest bit of the
/// length is set, the ciphertext is that of two: the length of the first (4 bytes), the first, the second.
/// </remarks>
internal sealed class PayloadProtector : IDisposable
{
    private const int KeySize = 32;
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private const ushort TwoMark = 0x8000;

    private readonly IDataProtector _protector;
    private readonly Lazy<(byte[] Plain, byte[] Encrypted)> _ownKey;
    private readonly ConcurrentDictionary<string, byte[]> _keys = new(StringComparer.Ordinal);
    private long _nonce;

    // A cipher is not for several threads at once, and making one costs as much as using it.
    private readonly ThreadLocal<AesGcm> _cipher;

    public PayloadProtector(IDataProtectionProvider provider)
    {
        _protector = provider.CreateProtector("Hongyan.Storage.Payload");
        // A failure is not kept: the folder of the keys may be full now and have room in a minute.
        _ownKey = new(NewKey, LazyThreadSafetyMode.PublicationOnly);
        _cipher = new(() => new AesGcm(_ownKey.Value.Plain, TagSize), trackAllValues: true);
    }

    /// <summary>Null for nothing.</summary>
    public byte[]? Protect(ReadOnlyMemory<byte> plaintext)
    {
        if (plaintext.IsEmpty)
            return null;
        var payload = new byte[LengthOf(plaintext.Length)];
        plaintext.Span.CopyTo(payload.AsSpan(LengthOf(0)));
        Encrypt(payload);
        return payload;
    }

    /// <summary>As <see cref="Protect(ReadOnlyMemory{byte})"/>, for whoever is done with it when it is written.</summary>
    public RentedPayload Rent(ReadOnlyMemory<byte> plaintext)
    {
        if (plaintext.IsEmpty)
            return default;
        var payload = RentedPayload.Rent(LengthOf(plaintext.Length));
        plaintext.Span.CopyTo(payload.Span[LengthOf(0)..]);
        Encrypt(payload.Span);
        return payload;
    }

    /// <summary>Protects two together, such as a message and its answer: half the work and half of what is beside the ciphertext.</summary>
    public RentedPayload Rent(ReadOnlyMemory<byte> first, ReadOnlyMemory<byte> second)
    {
        var payload = RentedPayload.Rent(LengthOf(sizeof(int) + first.Length + second.Length));
        var both = payload.Span[LengthOf(0)..];
        BinaryPrimitives.WriteInt32BigEndian(both, first.Length);
        first.Span.CopyTo(both[sizeof(int)..]);
        second.Span.CopyTo(both[(sizeof(int) + first.Length)..]);
        Encrypt(payload.Span, TwoMark);
        return payload;
    }

    /// <summary>What was protected, the first where two were; empty for nothing.</summary>
    /// <exception cref="CryptographicException">The key ring of Data Protection is not the one it was protected with, or the payload was changed.</exception>
    public byte[] Unprotect(byte[]? payload) => Open(payload).First;

    /// <summary>The second of two; empty where there was one.</summary>
    /// <exception cref="CryptographicException">As for <see cref="Unprotect"/>.</exception>
    public byte[] UnprotectSecond(byte[]? payload) => payload is null || !IsOfTwo(payload) ? [] : Open(payload).Second;

    public void Dispose()
    {
        foreach (var cipher in _cipher.Values)
            cipher.Dispose();
        _cipher.Dispose();
    }

    private static bool IsOfTwo(byte[] payload) => payload.Length >= sizeof(ushort) && (BinaryPrimitives.ReadUInt16BigEndian(payload) & TwoMark) != 0;

    private int LengthOf(int plaintext) => sizeof(ushort) + _ownKey.Value.Encrypted.Length + NonceSize + TagSize + plaintext;

    /// <summary>Encrypts what stands at the end of a payload, in its place, and writes what belongs before it.</summary>
    private void Encrypt(Span<byte> payload, ushort mark = 0)
    {
        var key = _ownKey.Value.Encrypted;
        BinaryPrimitives.WriteUInt16BigEndian(payload, (ushort)(key.Length | mark));
        key.CopyTo(payload[sizeof(ushort)..]);
        var rest = payload[(sizeof(ushort) + key.Length)..];
        // The key is this process's own, so a number that it never uses twice is all that a nonce has to be.
        rest[..(NonceSize - sizeof(long))].Clear();
        BinaryPrimitives.WriteInt64BigEndian(rest[(NonceSize - sizeof(long))..], Interlocked.Increment(ref _nonce));
        var content = rest[(NonceSize + TagSize)..];
        _cipher.Value!.Encrypt(rest[..NonceSize], content, content, rest.Slice(NonceSize, TagSize), mark == 0 ? default : payload[..sizeof(ushort)]);
    }

    private (byte[] First, byte[] Second) Open(byte[]? payload)
    {
        if (payload is null)
            return ([], []);
        var length = payload.Length < sizeof(ushort) ? ushort.MaxValue : BinaryPrimitives.ReadUInt16BigEndian(payload);
        var keyLength = length & ~TwoMark;
        if (payload.Length < sizeof(ushort) + keyLength + NonceSize + TagSize)
            throw new CryptographicException("The payload is too short.");
        var key = payload.AsSpan(sizeof(ushort), keyLength).ToArray();
        var rest = payload.AsSpan(sizeof(ushort) + keyLength);
        var plaintext = new byte[rest.Length - NonceSize - TagSize];
        using var cipher = new AesGcm(_keys.GetOrAdd(Convert.ToBase64String(key), _ => _protector.Unprotect(key)), TagSize);
        // The mark is authentic too, so that nobody makes two of one.
        cipher.Decrypt(rest[..NonceSize], rest[(NonceSize + TagSize)..], rest.Slice(NonceSize, TagSize), plaintext, IsOfTwo(payload) ? payload.AsSpan(0, sizeof(ushort)) : default);
        if (!IsOfTwo(payload))
            return (plaintext, []);
        var first = BinaryPrimitives.ReadInt32BigEndian(plaintext);
        return (plaintext.AsSpan(sizeof(int), first).ToArray(), plaintext[(sizeof(int) + first)..]);
    }

    private (byte[] Plain, byte[] Encrypted) NewKey()
    {
        var key = RandomNumberGenerator.GetBytes(KeySize);
        return (key, _protector.Protect(key));
    }
}
