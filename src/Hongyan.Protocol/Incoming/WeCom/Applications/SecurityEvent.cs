namespace Hongyan.WeCom;

/// <summary>
/// Something changed that a corp's firewall depends on: the platform's domains and addresses (企业微信域名IP变更事件). What they are now is asked
/// for.
/// </summary>
/// <remarks>https://developer.work.weixin.qq.com/document/path/100080</remarks>
public sealed record SecurityEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public SecurityEvent()
    {
    }

    internal SecurityEvent(in Protocol.PayloadFields payload)
        : base(payload) => ChangeType = payload.Text("ChangeType"u8);

    /// <summary>What changed: <c>change_domain_ip</c>.</summary>
    public string ChangeType { get; init; } = "";
}
