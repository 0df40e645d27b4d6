using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Hongyan.OfficialAccount;

/// <summary>Refuses, at start, values that cannot work and, outside Development, values that everybody knows.</summary>
internal sealed class OfficialAccountOptionsValidator(IHostEnvironment environment, AccountSections sections) : IValidateOptions<OfficialAccountOptions>
{
    private const string Page = "the page 设置与开发 → 基本配置 of the account's console";

    public ValidateOptionsResult Validate(string? name, OfficialAccountOptions options)
    {
        var checks = new AccountChecks(sections.SectionOf(name ?? ""), Page, $"Change it on {Page}; to make one");
        checks.Id("AppId", options.AppId, Page);
        checks.Token(options.Token);
        if (!Enum.IsDefined(options.Mode))
            checks.Add("Mode must be Plaintext, Compatible or Safe, as 消息加解密方式 on that page.");
        var encrypts = options.Mode != EncryptionMode.Plaintext;
        if (encrypts)
            checks.EncodingAesKey(options.EncodingAESKey);
        if (options.Verified && string.IsNullOrEmpty(options.Secret))
            checks.Add($"Secret is missing, without which a verified account cannot send. Make one on {Page} (AppSecret), or leave Verified out.");
        checks.Origin("ApiBaseAddress", options.ApiBaseAddress, "such as https://api.weixin.qq.com");
        if (options.WebBaseAddress is not null)
            checks.Origin("WebBaseAddress", options.WebBaseAddress, "such as http://127.0.0.1:5090; leave it out for the platform's own");
        checks.MaxCallbackAge(options.MaxCallbackAge);
        return checks.Result(environment, options.Token, encrypts ? options.EncodingAESKey : null);
    }
}
