namespace Hongyan.WeCom;

/// <summary>How a message is sent.</summary>
public sealed record PushOptions
{
    /// <summary>Whether it may be passed on; news and cards cannot be confidential (40074).</summary>
    public Confidentiality Confidentiality { get; init; }

    /// <summary>Whether the platform puts names for ids such as <c>$userName=zhangsan$</c> (id 转译).</summary>
    public bool TranslatesIds { get; init; }

    /// <summary>
    /// The same message is not shown a second time within this time, at most four hours; null sends it as often as it is called. What the
    /// platform holds back counts as sent.
    /// </summary>
    public TimeSpan? DuplicateCheck { get; init; }
}
