namespace Hongyan.WeCom;

/// <summary>The corp changed which data of its devices the application may read (设备数据授权变更).</summary>
public sealed record DeviceDataEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public DeviceDataEvent()
    {
    }

    internal DeviceDataEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
    }
}
