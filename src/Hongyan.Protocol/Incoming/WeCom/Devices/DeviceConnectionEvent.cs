namespace Hongyan.WeCom;

/// <summary>A device connected or disconnected (设备上下线).</summary>
public sealed record DeviceConnectionEvent : DeviceEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public DeviceConnectionEvent()
    {
    }

    internal DeviceConnectionEvent(in Protocol.PayloadFields payload, bool isConnected)
        : base(payload)
    {
        IsConnected = isConnected;
        ChangedAt = payload.Time(isConnected ? "ConnectTime"u8 : "DisconnectTime"u8);
        Reason = payload.Text("Reason"u8);
    }

    /// <summary>Whether it is connected now.</summary>
    public bool IsConnected { get; init; }

    /// <summary>When that happened.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>Why it disconnected, as the platform writes it; empty where it connected.</summary>
    public string Reason { get; init; } = "";
}
