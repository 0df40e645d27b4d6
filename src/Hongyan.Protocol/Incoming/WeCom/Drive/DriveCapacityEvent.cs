namespace Hongyan.WeCom;

/// <summary>The drive (微盘) is more than nine tenths full. Looked at once a day.</summary>
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
