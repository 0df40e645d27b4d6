namespace Hongyan.WeCom;

/// <summary>
/// Something happened to a device (智慧硬件). <see cref="Incoming.ToUser"/> is the provider, <see cref="Incoming.FromUser"/> the corp that has
/// the device.
/// </summary>
public abstract record DeviceEvent : IncomingEvent
{
    private protected DeviceEvent()
    {
    }

    private protected DeviceEvent(in Protocol.PayloadFields payload)
        : base(payload) => SerialNumber = payload.Text("DeviceSn"u8);

    /// <summary>The device's serial number.</summary>
    public string SerialNumber { get; init; } = "";
}
