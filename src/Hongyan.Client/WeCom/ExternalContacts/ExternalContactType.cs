namespace Hongyan.WeCom;

/// <summary>Where a customer is at home.</summary>
public enum ExternalContactType
{
    /// <summary>A WeChat user (微信用户).</summary>
    WeChat = 1,

    /// <summary>A member of another corp (企业微信用户).</summary>
    WeCom = 2,
}
