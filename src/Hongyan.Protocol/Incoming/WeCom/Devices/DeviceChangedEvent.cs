namespace Hongyan.WeCom;

/// <summary>A corp added a device or removed it, or the device has other features or another name (设备变更).</summary>
public sealed record DeviceChangedEvent : DeviceEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public DeviceChangedEvent()
    {
    }

    internal DeviceChangedEvent(in Protocol.PayloadFields payload, DeviceChange change)
        : base(payload)
    {
        Change = change;
        ModelId = payload.Text("ModelId"u8);
        RemarkName = payload.Text("RemarkName"u8);
    }

    /// <summary>What happened.</summary>
    public DeviceChange Change { get; init; }

    /// <summary>The model; empty where the platform leaves it out.</summary>
    public string ModelId { get; init; } = "";

    /// <summary>The name that the corp gave it; empty where the platform leaves it out.</summary>
    public string RemarkName { get; init; } = "";
}
