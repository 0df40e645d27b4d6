namespace Hongyan.OfficialAccount;

/// <summary>A subscribe message (订阅通知) to one person who agreed to get it.</summary>
/// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Subscription_Messages/api.html</remarks>
/// <param name="OpenId">Who gets it.</param>
/// <param name="TemplateId">The template (priTmplId).</param>
/// <param name="Fields">
/// The value of every field of the template, by its name: <c>thing1</c> has at most 20 characters, <c>phrase1</c> 5, <c>number1</c>,
/// <c>letter1</c> and <c>character_string1</c> 32; none has a line break.
/// </param>
public sealed record SubscribeMessage(string OpenId, string TemplateId, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>The page that a tap opens; null for nothing.</summary>
    public string? PageUrl { get; init; }

    /// <summary>The mini program that a tap opens.</summary>
    public TemplateMiniProgram? MiniProgram { get; init; }
}
