namespace Hongyan;

/// <summary>A code was scanned and the client shows the result (扫码推事件). A reply is not shown.</summary>
public sealed record ScanCodePushEvent : ScanCodeEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public ScanCodePushEvent()
    {
    }

    internal ScanCodePushEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
    }
}
