namespace Hongyan.WeCom;

/// <summary>
/// A member whose interface licence (接口许可) is missing or has expired opened the application (接口许可失效通知). <see cref="Incoming.FromUser"/> is
/// the member.
/// </summary>
/// <remarks>https://developer.work.weixin.qq.com/document/path/95716</remarks>
public sealed record UnlicensedUseEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public UnlicensedUseEvent()
    {
    }

    internal UnlicensedUseEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
    }
}
