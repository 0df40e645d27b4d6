namespace Hongyan.WeCom;

/// <summary>The drive is more than nine tenths full (微盘容量不足). Looked at once a day.</summary>
public sealed record DriveCapacityEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public DriveCapacityEvent()
    {
    }

    internal DriveCapacityEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
    }
}
