namespace Hongyan.OfficialAccount;

/// <summary>A person went online by a store's Wi-Fi (连接 Wi-Fi 成功, WifiConnected).</summary>
public sealed record WifiConnectedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public WifiConnectedEvent()
    {
    }

    internal WifiConnectedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        ConnectedAt = payload.Time("ConnectTime"u8);
        ExpiresAt = payload.Time("ExpireTime"u8);
        VendorId = payload.Text("VendorId"u8);
        ShopId = payload.Text("PlaceId"u8);
        Bssid = payload.Text("DeviceNo"u8);
    }

    /// <summary>When.</summary>
    public DateTimeOffset? ConnectedAt { get; init; }

    /// <summary>Until when the connection may last.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>The vendor of the device.</summary>
    public string VendorId { get; init; } = "";

    /// <summary>The store.</summary>
    public string ShopId { get; init; } = "";

    /// <summary>The address of the access point (BSSID).</summary>
    public string Bssid { get; init; } = "";
}
