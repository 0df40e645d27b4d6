namespace Hongyan.OfficialAccount;

/// <summary>Something happened to a product with a scanned code (一物一码, 扫一扫).</summary>
public abstract record ProductEvent : IncomingEvent
{
    private protected ProductEvent()
    {
    }

    private protected ProductEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        KeyStandard = payload.Text("KeyStandard"u8);
        Key = payload.Text("KeyStr"u8);
    }

    /// <summary>The standard of the code: <c>ean13</c>, <c>qrcode</c> …</summary>
    public string KeyStandard { get; init; } = "";

    /// <summary>The code.</summary>
    public string Key { get; init; } = "";
}
