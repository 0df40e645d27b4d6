namespace Hongyan.WeCom;

/// <summary>The log of a device that was asked for is there (设备日志).</summary>
public sealed record DeviceLogEvent : DeviceEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public DeviceLogEvent()
    {
    }

    internal DeviceLogEvent(in Protocol.PayloadFields payload)
        : base(payload) => MediaId = payload.Text("MediaId"u8);

    /// <summary>The log as media.</summary>
    public string MediaId { get; init; } = "";
}
