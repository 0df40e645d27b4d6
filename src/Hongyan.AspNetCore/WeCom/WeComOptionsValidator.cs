using Hongyan.Protocol;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Hongyan.WeCom;

/// <summary>Refuses, at start, values that cannot work and, outside Development, values that everybody knows.</summary>
internal sealed class WeComOptionsValidator(IHostEnvironment environment, AccountSections sections) : IValidateOptions<WeComOptions>
{
    private const int LongestToken = 32;

    public ValidateOptionsResult Validate(string? name, WeComOptions options)
    {
        var section = sections.SectionOf(name ?? "");
        var failures = CheckForm(section, options).ToList();
        if (failures.Count == 0 && !environment.IsDevelopment())
            failures.AddRange(CheckSecrecy(section, options));
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> CheckForm(string section, WeComOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.CorpId))
            yield return $"HY1001: {section}:CorpId is missing. It is on the console's page 我的企业 → 企业信息 → 企业ID.";
        else if (HasWhiteSpace(options.CorpId))
            yield return $"HY1001: {section}:CorpId has white space in it. Copy it again from the console's page 我的企业 → 企业信息 → 企业ID.";
        if (string.IsNullOrEmpty(options.Token))
            yield return $"HY1001: {section}:Token is missing. Copy it from the application's 接收消息 page.";
        else if (HasWhiteSpace(options.Token))
            yield return $"HY1001: {section}:Token has white space in it, perhaps a line break at its end. Copy it again from the application's 接收消息 page.";
        else if (options.Token.Length > LongestToken)
            yield return $"HY1001: {section}:Token has {options.Token.Length} characters; the platform allows {LongestToken}. Copy it again from the application's 接收消息 page.";
        if (string.IsNullOrEmpty(options.EncodingAESKey))
            yield return $"HY1001: {section}:EncodingAESKey is missing. Copy it from the application's 接收消息 page.";
        else if (!MessageCipher.IsUsableKey(options.EncodingAESKey))
            yield return $"HY1001: {section}:EncodingAESKey is not {MessageCipher.KeyLength} letters and digits (it has {options.EncodingAESKey.Length} characters). Copy it again from the application's 接收消息 page.";
        if (!IsOrigin(options.ApiBaseAddress))
            yield return $"HY1001: {section}:ApiBaseAddress must be scheme, host and port only, such as https://qyapi.weixin.qq.com.";
        if (options.SignInBaseAddress is not null && !IsOrigin(options.SignInBaseAddress))
            yield return $"HY1001: {section}:SignInBaseAddress must be scheme, host and port only, such as http://127.0.0.1:5090; leave it out for the platform's own.";
        if (options.MaxCallbackAge <= TimeSpan.Zero)
            yield return $"HY1001: {section}:MaxCallbackAge must be more than nothing, such as 00:05:00; leave it out to take callbacks of any age.";
    }

    private static bool HasWhiteSpace(string value) => value.Any(char.IsWhiteSpace);

    private static bool IsOrigin(Uri? address) =>
        address is { IsAbsoluteUri: true, Scheme: "https" or "http", PathAndQuery: "/", Fragment: "", UserInfo: "" };

    private static IEnumerable<string> CheckSecrecy(string section, WeComOptions options)
    {
        if (KnownSecrets.IsWeakToken(options.Token))
            yield return $"HY1002: {section}:Token is a placeholder or easy to guess. Press 随机获取 on the application's 接收消息 page, or make one: openssl rand -hex 16";
        if (KnownSecrets.IsWeakKey(options.EncodingAESKey))
            yield return $"HY1002: {section}:EncodingAESKey is a placeholder or published. Press 随机获取 on the application's 接收消息 page, or make one: openssl rand -base64 99 | tr -dc A-Za-z0-9 | head -c 43";
    }
}
