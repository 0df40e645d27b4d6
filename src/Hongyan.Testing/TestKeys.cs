using System.Security.Cryptography;
using System.Text;
using Hongyan.OfficialAccount;
using Hongyan.WeCom;
using Microsoft.Extensions.Options;

namespace Hongyan.Testing;

/// <summary>
/// Gives every account keys that exist only in the test, whatever is configured: a test needs no secret and can leak none. Each
/// account has its own, so that a message that reaches the wrong one is refused.
/// </summary>
internal sealed class TestKeys : IPostConfigureOptions<WeComOptions>, IPostConfigureOptions<OfficialAccountOptions>, IPostConfigureOptions<WeComRobotOptions>
{
    /// <summary>Where the configuration names no AgentId.</summary>
    public const int AgentId = 1000002;

    /// <summary>The name ends in .invalid so that nothing a test sends by mistake reaches the platform.</summary>
    private static readonly Uri WeComAddress = new("https://qyapi.invalid");
    private static readonly Uri OfficialAccountAddress = new("https://api.invalid");

    public void PostConfigure(string? name, WeComOptions options)
    {
        options.CorpId = "ww" + Convert.ToHexStringLower(Hash($"corp {name}"))[..16];
        options.Token = TokenOf(name);
        options.EncodingAESKey = KeyOf(name);
        options.Secret = SecretOf(name);
        options.ApiBaseAddress = WeComAddress;
    }

    public void PostConfigure(string? name, OfficialAccountOptions options)
    {
        options.AppId = "wx" + Convert.ToHexStringLower(Hash($"app {name}"))[..16];
        options.Token = TokenOf(name);
        options.EncodingAESKey = KeyOf(name);
        options.Secret = SecretOf(name);
        options.ApiBaseAddress = OfficialAccountAddress;
        options.WebBaseAddress = OfficialAccountAddress;
    }

    public void PostConfigure(string? name, WeComRobotOptions options)
    {
        options.Token = TokenOf(name);
        options.EncodingAESKey = KeyOf(name);
    }

    private static string TokenOf(string? name) => Convert.ToHexStringLower(Hash($"token {name}"))[..32];

    private static string KeyOf(string? name) => Convert.ToBase64String(Hash($"key {name}")).TrimEnd('=');

    private static string SecretOf(string? name) => Convert.ToHexStringLower(Hash($"secret {name}"));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
