using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Hongyan.Protocol;

/// <summary>
/// Encrypts and decrypts what is inside an envelope: AES-256-CBC over 16 random bytes, the length, the message and the
/// receiveid, padded to blocks of 32 bytes. Safe to share between threads.
/// </summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90968.</remarks>
public sealed class MessageCipher
{
    /// <summary>Characters in an EncodingAESKey.</summary>
    public const int KeyLength = 43;

    private const int HeaderLength = RandomPrefix.Length + sizeof(int);
    private const int PaddingBlock = 32;

    private readonly AesChain _aes;
    private readonly byte[] _receiveId;

    /// <summary>Takes the key of the app's 接收消息 page and the receiveid (corp id, for an app of the corp).</summary>
    /// <exception cref="FormatException">The key is not 43 characters of base64.</exception>
    public MessageCipher(string encodingAesKey, string receiveId)
    {
        var key = DecodeKey(encodingAesKey)
            ?? throw new FormatException(
                $"An EncodingAESKey has {KeyLength} characters of base64; this one has {encodingAesKey.Length}, or others than A-Z, a-z, 0-9, + and / among them.");
        _aes = new AesChain(key);
        _receiveId = Encoding.UTF8.GetBytes(receiveId);
    }

    /// <summary>Whether <paramref name="encodingAesKey"/> can be used: 43 characters of base64.</summary>
    public static bool IsUsableKey(string? encodingAesKey) => encodingAesKey is not null && DecodeKey(encodingAesKey) is not null;

    /// <summary>Opens a ciphertext.</summary>
    /// <param name="encrypted">Base64 as it stands in the envelope.</param>
    public EnvelopeResult Decrypt(ReadOnlySpan<byte> encrypted)
    {
        var rented = ArrayPool<byte>.Shared.Rent(Base64.GetMaxDecodedFromUtf8Length(encrypted.Length));
        try
        {
            if (Base64.DecodeFromUtf8(encrypted, rented, out _, out var length) != OperationStatus.Done)
                return EnvelopeResult.Failed(CallbackError.Base64DecodeFailed, "the ciphertext is not base64");
            if (length == 0 || length % AesChain.BlockLength != 0)
                return EnvelopeResult.Failed(CallbackError.DecryptFailed, "the ciphertext is not a whole number of AES blocks");

            _aes.DecryptAllButFirst(rented, length);
            return Unpack(WithoutPadding(rented.AsSpan(0, length)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>Seals a message with a fresh random prefix and writes the ciphertext as base64.</summary>
    public void Encrypt(ReadOnlySpan<byte> message, IBufferWriter<byte> output)
    {
        Span<byte> prefix = stackalloc byte[RandomPrefix.Length];
        RandomPrefix.Fill(prefix);
        Encrypt(message, prefix, output);
    }

    /// <summary>Seals a message with a random prefix of the caller's, so that a known vector can be made byte for byte.</summary>
    /// <param name="message">The message (UTF-8).</param>
    /// <param name="randomPrefix">16 bytes.</param>
    /// <param name="output">Receives the ciphertext as base64.</param>
    public void Encrypt(ReadOnlySpan<byte> message, ReadOnlySpan<byte> randomPrefix, IBufferWriter<byte> output)
    {
        var length = EncryptedLengthOf(PaddedLengthOf(message.Length));
        Encrypt(message, randomPrefix, output.GetSpan(length)[..length]);
        output.Advance(length);
    }

    /// <summary>Bytes before base64 that a message of this length becomes.</summary>
    internal int PaddedLengthOf(int messageLength)
    {
        var length = HeaderLength + messageLength + _receiveId.Length;
        return length + PaddingBlock - length % PaddingBlock;
    }

    /// <summary>Bytes of base64 that a padded message becomes.</summary>
    internal static int EncryptedLengthOf(int paddedLength) => Base64.GetMaxEncodedToUtf8Length(paddedLength);

    /// <summary>As the public one, into a buffer of just the right length.</summary>
    internal void Encrypt(ReadOnlySpan<byte> message, ReadOnlySpan<byte> randomPrefix, Span<byte> base64)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(randomPrefix.Length, RandomPrefix.Length, nameof(randomPrefix));
        var paddedLength = PaddedLengthOf(message.Length);
        var rented = ArrayPool<byte>.Shared.Rent(paddedLength);
        try
        {
            var plain = rented.AsSpan(0, paddedLength);
            randomPrefix.CopyTo(plain);
            BinaryPrimitives.WriteInt32BigEndian(plain[RandomPrefix.Length..], message.Length);
            message.CopyTo(plain[HeaderLength..]);
            _receiveId.CopyTo(plain[(HeaderLength + message.Length)..]);
            var length = HeaderLength + message.Length + _receiveId.Length;
            plain[length..].Fill((byte)(paddedLength - length));

            _aes.Encrypt(rented, paddedLength);
            Base64.EncodeToUtf8(plain, base64, out _, out _);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>The platform's own library takes an impossible pad for no pad at all; what follows then finds the mismatch.</summary>
    private static ReadOnlySpan<byte> WithoutPadding(ReadOnlySpan<byte> padded)
    {
        int pad = padded[^1];
        return pad is >= 1 and <= PaddingBlock && pad <= padded.Length ? padded[..^pad] : padded;
    }

    private EnvelopeResult Unpack(ReadOnlySpan<byte> plain)
    {
        if (plain.Length < HeaderLength)
            return EnvelopeResult.Failed(CallbackError.IllegalBuffer, "the decrypted buffer is shorter than its header");

        var messageLength = BinaryPrimitives.ReadInt32BigEndian(plain[RandomPrefix.Length..]);
        var rest = plain[HeaderLength..];
        if (messageLength < 0 || messageLength > rest.Length)
            return EnvelopeResult.Failed(CallbackError.IllegalBuffer, "the length field does not fit the decrypted buffer");

        if (!CryptographicOperations.FixedTimeEquals(rest[messageLength..], _receiveId))
            return EnvelopeResult.Failed(CallbackError.ReceiveIdMismatch, "the message is meant for another receiveid");

        return EnvelopeResult.Opened(rest[..messageLength].ToArray());
    }

    /// <summary>The 32 bytes that an EncodingAESKey stands for; null where it is none.</summary>
    internal static byte[]? DecodeKey(string encodingAesKey)
    {
        var key = new byte[32];
        // 43 characters carry two bits more than 32 bytes hold, and official keys have these bits set: Convert ignores
        // them, System.Buffers.Text.Base64 would refuse the key.
        return encodingAesKey.Length == KeyLength
            && encodingAesKey.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '/')
            && Convert.TryFromBase64String(encodingAesKey + "=", key, out var written) && written == key.Length
                ? key
                : null;
    }
}
