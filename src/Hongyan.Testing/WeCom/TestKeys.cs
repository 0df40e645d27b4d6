using System.Security.Cryptography;
using System.Text;
using Hongyan.WeCom;
using Microsoft.Extensions.Options;

namespace Hongyan.Testing;

/// <summary>
/// Gives every account keys that exist only in the test, whatever is configured: a test needs no secret and can leak none. Each
/// account has its own, so that a message that reaches the wrong one is refused.
/// </summary>
internal sealed class TestKeys : IPostConfigureOptions<WeComOptions>
{
    /// <summary>Where the configuration names no AgentId.</summary>
    public const int AgentId = 1000002;

    public void PostConfigure(string? name, WeComOptions options)
    {
        options.CorpId = "ww" + Convert.ToHexStringLower(Hash($"corp {name}"))[..16];
        options.Token = Convert.ToHexStringLower(Hash($"token {name}"))[..32];
        options.EncodingAESKey = Convert.ToBase64String(Hash($"key {name}")).TrimEnd('=');
        options.Secret = Convert.ToHexStringLower(Hash($"secret {name}"));
        // The name ends in .invalid so that nothing a test sends by mistake reaches the platform.
        options.ApiBaseAddress = new Uri("https://qyapi.invalid");
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
