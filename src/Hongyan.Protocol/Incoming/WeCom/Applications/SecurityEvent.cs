namespace Hongyan.WeCom;

/// <summary>Something changed that a corp's security rules depend on (安全管理), such as the addresses of the platform's servers.</summary>
public sealed record SecurityEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public SecurityEvent()
    {
    }

    internal SecurityEvent(in Protocol.PayloadFields payload)
        : base(payload) => ChangeType = payload.Text("ChangeType"u8);

    /// <summary>What changed: <c>change_domain_ip</c>, the IP addresses behind the platform's domains (域名IP变更).</summary>
    public string ChangeType { get; init; } = "";
}
