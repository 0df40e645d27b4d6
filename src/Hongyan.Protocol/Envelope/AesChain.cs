using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Hongyan.Protocol;

/// <summary>
/// AES-256-CBC without padding, as the envelope uses it: the IV is the key's beginning, and the first block is random. Safe to share
/// between threads.
/// </summary>
/// <remarks>
/// A transform that begins anew for each message costs about as much again as encrypting one. Those here go on where the last message
/// ended, and the difference, which is in the first block only, is taken out.
/// </remarks>
internal sealed class AesChain
{
    /// <summary>Bytes in a block.</summary>
    public const int BlockLength = 16;

    // A transform is used by one caller at a time.
    private readonly ConcurrentBag<Encryptor> _encryptors = [];
    private readonly ConcurrentBag<ICryptoTransform> _decryptors = [];
    private readonly byte[] _key;
    private readonly byte[] _iv;

    public AesChain(byte[] key)
    {
        _key = key;
        _iv = key[..BlockLength];
    }

    /// <summary>Encrypts whole blocks in place.</summary>
    public void Encrypt(byte[] buffer, int length)
    {
        if (!_encryptors.TryTake(out var encryptor))
        {
            using var aes = NewAes();
            encryptor = new(aes.CreateEncryptor(_key, _iv), [.. _iv]);
        }
        for (var i = 0; i < BlockLength; i++)
            buffer[i] ^= (byte)(encryptor.ChainedBlock[i] ^ _iv[i]);
        encryptor.Transform.TransformBlock(buffer, 0, length, buffer, 0);
        buffer.AsSpan(length - BlockLength, BlockLength).CopyTo(encryptor.ChainedBlock);
        _encryptors.Add(encryptor);
    }

    /// <summary>Decrypts whole blocks in place, except the first: it is random, nobody reads it, and it comes out as anything.</summary>
    public void DecryptAllButFirst(byte[] buffer, int length)
    {
        if (!_decryptors.TryTake(out var decryptor))
        {
            using var aes = NewAes();
            decryptor = aes.CreateDecryptor(_key, _iv);
        }
        decryptor.TransformBlock(buffer, 0, length, buffer, 0);
        _decryptors.Add(decryptor);
    }

    private static Aes NewAes()
    {
        var aes = Aes.Create();
        aes.Mode = CipherMode.CBC;
        aes.Padding = PaddingMode.None;
        return aes;
    }

    /// <param name="Transform">What encrypts.</param>
    /// <param name="ChainedBlock">What it will combine the next block with: the last block that it made.</param>
    private sealed record Encryptor(ICryptoTransform Transform, byte[] ChainedBlock);
}
