using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Hongyan.Protocol;

namespace Hongyan.Tests.Envelope;

/// <summary>
/// Makes envelopes with the framework's primitives and nothing of the code under test, so that any part can be made wrong
/// while the signature stays right.
/// </summary>
internal static class Forge
{
    public const string Token = Vectors.Synthetic.Token;
    public const string Key = Vectors.Synthetic.Key;
    public const string ReceiveId = Vectors.Synthetic.CorpId;
    public const string Timestamp = Vectors.Synthetic.Timestamp;
    public const string Nonce = Vectors.Synthetic.Nonce;

    public static CallbackEnvelope Account { get; } = new(Token, Key, ReceiveId);

    /// <summary>The bytes under the encryption: random prefix, length, message, receiveid, without padding.</summary>
    public static byte[] Plain(string message, string receiveId = ReceiveId, int? length = null)
    {
        var text = Encoding.UTF8.GetBytes(message);
        var plain = new byte[20 + text.Length];
        "0123456789abcdef"u8.CopyTo(plain);
        BinaryPrimitives.WriteInt32BigEndian(plain.AsSpan(16), length ?? text.Length);
        text.CopyTo(plain, 20);
        return [.. plain, .. Encoding.UTF8.GetBytes(receiveId)];
    }

    /// <summary>Pads to blocks of 32; <paramref name="pad"/> overwrites what the last byte claims.</summary>
    public static byte[] Pad(byte[] plain, byte? pad = null)
    {
        var count = 32 - plain.Length % 32;
        var padded = plain.Concat(Enumerable.Repeat((byte)count, count)).ToArray();
        padded[^1] = pad ?? padded[^1];
        return padded;
    }

    public static string Encrypt(string message) => Encrypt(Pad(Plain(message)));

    public static string Encrypt(byte[] padded, string key = Key)
    {
        using var aes = Aes.Create();
        aes.Key = Convert.FromBase64String(key + "=");
        return Convert.ToBase64String(aes.EncryptCbc(padded, aes.Key.AsSpan(0, 16), PaddingMode.None));
    }

    public static string Sign(string encrypt, string token = Token, string timestamp = Timestamp, string nonce = Nonce)
    {
        string[] parts = [token, timestamp, nonce, encrypt];
        Array.Sort(parts, StringComparer.Ordinal);
#pragma warning disable CA5350 // SHA-1 is what the platform signs with.
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(parts))));
#pragma warning restore CA5350
    }

    /// <summary>A query whose signature is right for this ciphertext.</summary>
    public static CallbackQuery Query(string encrypt, string? echo = null) => new(Sign(encrypt), Timestamp, Nonce, echo);

    public static byte[] Body(string encrypt) => Encoding.UTF8.GetBytes(
        $"<xml><ToUserName><![CDATA[{ReceiveId}]]></ToUserName><AgentID><![CDATA[1000002]]></AgentID><Encrypt><![CDATA[{encrypt}]]></Encrypt></xml>");

    /// <summary>Opens an envelope of this ciphertext, rightly signed.</summary>
    public static EnvelopeResult Open(string encrypt) => Account.Open(Query(encrypt), Body(encrypt));
}
