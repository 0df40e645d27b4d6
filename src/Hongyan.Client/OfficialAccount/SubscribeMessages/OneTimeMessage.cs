namespace Hongyan.OfficialAccount;

/// <summary>The message of a one-time subscription (一次性订阅消息): one, to a person who agreed to it on a page.</summary>
/// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Message_Management/One-time_subscription_info.html</remarks>
/// <param name="OpenId">Who gets it; need not follow.</param>
/// <param name="TemplateId">The template of the account's one-time subscriptions, from its console.</param>
/// <param name="Scene">What the person agreed to: 0 to 10000.</param>
/// <param name="Title">The title: at most 15 characters.</param>
/// <param name="Content">What it says: at most 200 characters.</param>
public sealed record OneTimeMessage(string OpenId, string TemplateId, int Scene, string Title, string Content)
{
    /// <summary>The colour of the content, such as <c>#173177</c>; null is black.</summary>
    public string? Color { get; init; }

    /// <summary>What a tap opens; null for nothing.</summary>
    public string? Url { get; init; }

    /// <summary>The mini program that a tap opens.</summary>
    public TemplateMiniProgram? MiniProgram { get; init; }
}
