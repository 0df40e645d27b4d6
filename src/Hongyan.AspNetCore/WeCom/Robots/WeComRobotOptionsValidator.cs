using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Hongyan.WeCom;

/// <summary>Refuses, at start, values that cannot work and, outside Development, values that everybody knows.</summary>
internal sealed class WeComRobotOptionsValidator(IHostEnvironment environment, AccountSections sections) : IValidateOptions<WeComRobotOptions>
{
    private const string Page = "the robot's page API 模式 (URL 回调)";

    public ValidateOptionsResult Validate(string? name, WeComRobotOptions options)
    {
        var checks = new AccountChecks(sections.SectionOf(name ?? ""), Page, $"Press 随机获取 on {Page}, or make one");
        checks.Token(options.Token);
        checks.EncodingAesKey(options.EncodingAESKey);
        checks.MaxCallbackAge(options.MaxCallbackAge);
        return checks.Result(environment, options.Token, options.EncodingAESKey);
    }
}
