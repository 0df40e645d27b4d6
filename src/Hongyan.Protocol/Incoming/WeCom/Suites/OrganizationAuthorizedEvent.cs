namespace Hongyan.WeCom;

/// <summary>A corp lets the suite see its departments (授权组织架构权限通知).</summary>
/// <remarks>https://developer.work.weixin.qq.com/document/path/97378</remarks>
public sealed record OrganizationAuthorizedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public OrganizationAuthorizedEvent()
    {
    }

    internal OrganizationAuthorizedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
    }
}
