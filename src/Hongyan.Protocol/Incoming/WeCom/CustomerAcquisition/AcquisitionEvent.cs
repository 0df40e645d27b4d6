namespace Hongyan.WeCom;

/// <summary>Something happened around the customer acquisition assistant (获客助手事件, customer_acquisition).</summary>
/// <remarks>https://developer.work.weixin.qq.com/document/path/97299</remarks>
public abstract record AcquisitionEvent : IncomingEvent
{
    private protected AcquisitionEvent()
    {
    }

    private protected AcquisitionEvent(in Protocol.PayloadFields payload)
        : base(payload) => ChangeType = payload.Text("ChangeType"u8);

    /// <summary>What happened, in the platform's word; the records say which there are.</summary>
    public string ChangeType { get; init; } = "";

    internal static Incoming Read(in Protocol.PayloadFields payload)
    {
        // What is told of the quota names no link, and the words for it are many: those of the corp, of the provider, of either's orders.
        var change = payload.Text("ChangeType"u8);
        return change.Contains("balance", StringComparison.Ordinal) || change.Contains("quota", StringComparison.Ordinal)
            ? new AcquisitionQuotaEvent(payload) : new AcquisitionLinkEvent(payload);
    }
}
