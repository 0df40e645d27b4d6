using System.Security.Cryptography;
using System.Text;

namespace Hongyan.Server.Push;

/// <summary>Who may push: section <c>Push:Keys</c>.</summary>
internal sealed class PushKeys(IReadOnlyList<PushKey> keys)
{
    private const int ShortestKey = 20;
    private const int FewestDifferentCharacters = 8;

    private static readonly string[] Placeholders = ["changeme", "example", "placeholder", "password", "your", "demo", "secret", "123456", "abcdef"];

    /// <summary>Whether nobody may.</summary>
    public bool IsEmpty => keys.Count == 0;

    /// <summary>Reads all keys: the value itself, or <c>Key</c> beside <c>Accounts</c> and <c>Targets</c>.</summary>
    /// <exception cref="HongyanStartupException">HY1022: a key is missing, or protects nothing where strangers may call.</exception>
    public static PushKeys Read(IConfiguration configuration, IHostEnvironment environment) =>
        new([.. configuration.GetSection("Push:Keys").GetChildren().Select(section => Read(section, environment))]);

    /// <summary>The key whose secret a request shows; null where it shows none that is known. Every key is looked at, so that time tells nothing.</summary>
    public PushKey? Find(HttpRequest request)
    {
        if (Bearer.TokenOf(request) is not { } shown)
            return null;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(shown), hash);
        PushKey? found = null;
        foreach (var key in keys)
        {
            if (key.Is(hash))
                found = key;
        }
        return found;
    }

    private static PushKey Read(IConfigurationSection section, IHostEnvironment environment)
    {
        var secret = section["Key"] ?? section.Value ?? "";
        if (string.IsNullOrWhiteSpace(secret) || secret.Any(char.IsWhiteSpace))
            throw new HongyanStartupException("HY1022", $"{section.Path} has no key, or one with white space in it. To make one: openssl rand -hex 24");
        if (!environment.IsDevelopment() && IsWeak(secret))
            throw new HongyanStartupException("HY1022", $"{section.Path} is a placeholder or easy to guess, and whoever guesses it can write to people. To make a key: openssl rand -hex 24");
        return new PushKey(section.Key, secret, ListOf(section, "Accounts"), ListOf(section, "Targets"));
    }

    /// <summary>A list, or one text with commas, as an environment variable has it.</summary>
    private static List<string> ListOf(IConfigurationSection section, string name) =>
    [
        .. section.GetSection(name).GetChildren().Select(item => item.Value ?? "").Prepend(section[name] ?? "")
            .SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
    ];

    private static bool IsWeak(string secret) => secret.Length < ShortestKey || secret.Distinct().Count() < FewestDifferentCharacters
        || (secret.Length < 2 * ShortestKey && Placeholders.Any(word => secret.Contains(word, StringComparison.OrdinalIgnoreCase)));
}
