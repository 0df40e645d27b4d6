using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace Hongyan.AspNetCore.Tests.Support;

/// <summary>
/// The platform's side of the envelope, written from its document with nothing of ours, so that two readings of it check each other.
/// Every part can be made wrong.
/// </summary>
internal sealed class PlatformEnvelope(string token, string encodingAesKey, string receiveId)
{
    private int _nonce = 1_000_000;

    public static PlatformEnvelope Official { get; } = new(OfficialVector.Token, OfficialVector.EncodingAESKey, OfficialVector.CorpId);

    private byte[] Key => Convert.FromBase64String(encodingAesKey + "=");

    /// <summary>A callback as the platform sends it: each time with another nonce and other ciphertext.</summary>
    public Callback Seal(string message) => Seal(Encoding.UTF8.GetBytes(message));

    public Callback Seal(byte[] message, string timestamp = "1700000000") => SealPlain(Plain(message), timestamp);

    /// <summary>A callback whose decrypted buffer is exactly this.</summary>
    public Callback SealPlain(byte[] plain, string timestamp = "1700000000") => SealBase64(Convert.ToBase64String(Encrypt(plain)), timestamp);

    /// <summary>A callback that is signed right around any ciphertext.</summary>
    public Callback SealBase64(string encrypted, string timestamp = "1700000000")
    {
        var nonce = $"{Interlocked.Increment(ref _nonce)}";
        return new Callback(Sign(timestamp, nonce, encrypted), timestamp, nonce, encrypted);
    }

    /// <summary>The buffer before encryption.</summary>
    public byte[] Plain(byte[] message, int? length = null, string? meantFor = null, byte? pad = null)
    {
        var lengthBytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(lengthBytes, length ?? message.Length);
        byte[] content = [.. RandomNumberGenerator.GetBytes(16), .. lengthBytes, .. message, .. Encoding.UTF8.GetBytes(meantFor ?? receiveId)];
        var missing = 32 - content.Length % 32;
        return [.. content, .. Enumerable.Repeat(pad ?? (byte)missing, missing)];
    }

    public byte[] Encrypt(byte[] plain)
    {
        using var aes = Aes.Create();
        aes.Key = Key;
        return aes.EncryptCbc(plain, Key[..16], PaddingMode.None);
    }

    /// <summary>Opens a reply as the platform does, and fails where the platform would show nothing.</summary>
    public XElement OpenReply(string reply)
    {
        var xml = XElement.Parse(reply);
        string Part(string name) => xml.Elements(name).Single().Value;
        Assert.Equal(Sign(Part("TimeStamp"), Part("Nonce"), Part("Encrypt")), Part("MsgSignature"));
        return XElement.Parse(OpenCiphertext(Part("Encrypt")));
    }

    /// <summary>Opens the answer of a robot as the platform does.</summary>
    public JsonElement OpenRobotReply(string reply, string nonce)
    {
        using var json = JsonDocument.Parse(reply);
        string Part(string name) => json.RootElement.GetProperty(name).ToString();
        Assert.Equal(nonce, Part("nonce"));
        Assert.Equal(JsonValueKind.Number, json.RootElement.GetProperty("timestamp").ValueKind);
        Assert.Equal(Sign(Part("timestamp"), nonce, Part("encrypt")), Part("msgsignature"));
        return JsonDocument.Parse(OpenCiphertext(Part("encrypt"))).RootElement;
    }

    private string OpenCiphertext(string encrypted)
    {
        using var aes = Aes.Create();
        aes.Key = Key;
        var plain = aes.DecryptCbc(Convert.FromBase64String(encrypted), Key[..16], PaddingMode.None);
        var pad = plain[^1];
        Assert.InRange(pad, 1, 32);
        Assert.All(plain[^pad..], value => Assert.Equal(pad, value));
        var length = BinaryPrimitives.ReadInt32BigEndian(plain.AsSpan(16));
        Assert.Equal(receiveId, Encoding.UTF8.GetString(plain[(20 + length)..^pad]));
        return Encoding.UTF8.GetString(plain, 20, length);
    }

    public string Sign(string timestamp, string nonce, string encrypted)
    {
        string[] parts = [token, timestamp, nonce, encrypted];
        Array.Sort(parts, StringComparer.Ordinal);
#pragma warning disable CA5350 // SHA-1 is what the platform signs with.
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(parts))));
#pragma warning restore CA5350
    }
}
