namespace Hongyan.WeCom;

/// <summary>A device reported an error (设备故障).</summary>
public sealed record DeviceErrorEvent : DeviceEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public DeviceErrorEvent()
    {
    }

    internal DeviceErrorEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        ErrorCode = payload.SmallNumber("ErrCode"u8) ?? 0;
        ErrorMessage = payload.Text("ErrMsg"u8);
    }

    /// <summary>The code.</summary>
    public int ErrorCode { get; init; }

    /// <summary>Its text.</summary>
    public string ErrorMessage { get; init; } = "";
}
