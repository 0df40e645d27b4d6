using System.Security.Cryptography;

namespace Hongyan.Testing;

/// <summary>The files that people send a robot: fetched by their address, encrypted with the robot's key.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/100719.</remarks>
internal static class RobotFiles
{
    private const int Block = 32;

    /// <summary>What the addresses begin with. The name ends in .invalid so that nothing reaches the platform by mistake.</summary>
    public const string Address = "https://robot.invalid/files/";

    /// <summary>The path of that.</summary>
    public const string Path = "/files/";

    /// <summary>A file as the platform keeps it.</summary>
    public static byte[] Encrypt(ReadOnlySpan<byte> content, string encodingAesKey)
    {
        var key = Convert.FromBase64String(encodingAesKey + "=");
        var padding = Block - content.Length % Block;
        Span<byte> padded = new byte[content.Length + padding];
        content.CopyTo(padded);
        padded[content.Length..].Fill((byte)padding);
        using var aes = Aes.Create();
        aes.Key = key;
        return aes.EncryptCbc(padded, key.AsSpan(0, aes.BlockSize / 8), PaddingMode.None);
    }
}
