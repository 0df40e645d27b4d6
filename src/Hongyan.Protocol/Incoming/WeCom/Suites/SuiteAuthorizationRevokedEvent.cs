namespace Hongyan.WeCom;

/// <summary>A corp no longer authorises the suite (取消授权通知). The provider must delete the corp's data.</summary>
/// <remarks>https://developer.work.weixin.qq.com/document/path/90642</remarks>
public sealed record SuiteAuthorizationRevokedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public SuiteAuthorizationRevokedEvent()
    {
    }

    internal SuiteAuthorizationRevokedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
    }
}
