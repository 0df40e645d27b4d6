using Hongyan.Protocol;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Hongyan;

/// <summary>Collects what is wrong with the configuration of one account of any platform.</summary>
/// <param name="section">The section that it is read from.</param>
/// <param name="keyPage">The page of the console that has Token and EncodingAESKey.</param>
/// <param name="replacing">How to replace one of the two, as it reads before a colon and a command.</param>
internal sealed class AccountChecks(string section, string keyPage, string replacing)
{
    private const int LongestToken = 32;

    private readonly List<string> _failures = [];

    /// <summary>The account's id, which must be there and be one word.</summary>
    public void Id(string name, string value, string page)
    {
        if (string.IsNullOrWhiteSpace(value))
            Add($"{name} is missing. It is on {page}.");
        else if (HasWhiteSpace(value))
            Add($"{name} has white space in it. Copy it again from {page}.");
    }

    public void Token(string token)
    {
        if (string.IsNullOrEmpty(token))
            Add($"Token is missing. Copy it from {keyPage}.");
        else if (HasWhiteSpace(token))
            Add($"Token has white space in it, perhaps a line break at its end. Copy it again from {keyPage}.");
        else if (token.Length > LongestToken)
            Add($"Token has {token.Length} characters; the platform allows {LongestToken}. Copy it again from {keyPage}.");
    }

    public void EncodingAesKey(string key)
    {
        if (string.IsNullOrEmpty(key))
            Add($"EncodingAESKey is missing. Copy it from {keyPage}.");
        else if (!MessageCipher.IsUsableKey(key))
            Add($"EncodingAESKey is not {MessageCipher.KeyLength} letters and digits (it has {key.Length} characters). Copy it again from {keyPage}.");
    }

    /// <summary>An address without path.</summary>
    public void Origin(string name, Uri? address, string advice)
    {
        if (address is not { IsAbsoluteUri: true, Scheme: "https" or "http", PathAndQuery: "/", Fragment: "", UserInfo: "" })
            Add($"{name} must be scheme, host and port only, {advice}.");
    }

    public void MaxCallbackAge(TimeSpan? age)
    {
        if (age <= TimeSpan.Zero)
            Add("MaxCallbackAge must be more than nothing, such as 00:05:00; leave it out to take callbacks of any age.");
    }

    /// <summary>Anything else that is wrong with a value.</summary>
    public void Add(string failure) => _failures.Add($"HY1001: {section}:{failure}");

    /// <summary>What was found; where that is nothing, and outside Development, also what everybody knows.</summary>
    /// <param name="environment">Where the process runs.</param>
    /// <param name="token">Token.</param>
    /// <param name="key">EncodingAESKey; null where it is not used.</param>
    public ValidateOptionsResult Result(IHostEnvironment environment, string token, string? key)
    {
        if (_failures.Count == 0 && !environment.IsDevelopment())
        {
            if (KnownSecrets.IsWeakToken(token))
                _failures.Add($"HY1002: {section}:Token is a placeholder or easy to guess. {replacing}: openssl rand -hex 16");
            if (key is not null && KnownSecrets.IsWeakKey(key))
                _failures.Add($"HY1002: {section}:EncodingAESKey is a placeholder or published. {replacing}: openssl rand -base64 99 | tr -dc A-Za-z0-9 | head -c 43");
        }
        return _failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(_failures);
    }

    private static bool HasWhiteSpace(string value) => value.Any(char.IsWhiteSpace);
}
