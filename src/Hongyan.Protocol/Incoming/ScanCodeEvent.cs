namespace Hongyan;

/// <summary>A code was scanned from the menu: with <see cref="ScanCodePushEvent"/> the client shows the result itself, with <see cref="ScanCodeWaitEvent"/> the answer is shown.</summary>
public abstract record ScanCodeEvent : IncomingEvent
{
    private protected ScanCodeEvent()
    {
    }

    private protected ScanCodeEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        Key = payload.Text("EventKey"u8);
        ScanType = payload.Text("ScanCodeInfo"u8, "ScanType"u8);
        ScanResult = payload.Text("ScanCodeInfo"u8, "ScanResult"u8);
    }

    /// <summary>The key of the menu button (EventKey).</summary>
    public string Key { get; init; } = "";

    /// <summary><c>qrcode</c> or <c>barcode</c>.</summary>
    public string ScanType { get; init; } = "";

    /// <summary>What the code said.</summary>
    public string ScanResult { get; init; } = "";
}
