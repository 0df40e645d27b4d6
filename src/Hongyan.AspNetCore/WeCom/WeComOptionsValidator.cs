using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Hongyan.WeCom;

/// <summary>Refuses, at start, values that cannot work and, outside Development, values that everybody knows.</summary>
internal sealed class WeComOptionsValidator(IHostEnvironment environment, AccountSections sections) : IValidateOptions<WeComOptions>
{
    private const string KeyPage = "the application's 接收消息 page";

    public ValidateOptionsResult Validate(string? name, WeComOptions options)
    {
        var section = sections.SectionOf(name ?? "");
        var checks = new AccountChecks(section, KeyPage, $"Press 随机获取 on {KeyPage}, or make one");
        checks.Id("CorpId", options.CorpId, "the console's page 我的企业 → 企业信息 → 企业ID");
        checks.Token(options.Token);
        checks.EncodingAesKey(options.EncodingAESKey);
        checks.Origin("ApiBaseAddress", options.ApiBaseAddress, "such as https://qyapi.weixin.qq.com");
        if (options.SignInBaseAddress is not null)
            checks.Origin("SignInBaseAddress", options.SignInBaseAddress, "such as http://127.0.0.1:5090; leave it out for the platform's own");
        checks.MaxCallbackAge(options.MaxCallbackAge);
        return checks.Result(environment, options.Token, options.EncodingAESKey);
    }
}
