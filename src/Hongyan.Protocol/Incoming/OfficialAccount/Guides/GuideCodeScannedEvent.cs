namespace Hongyan.OfficialAccount;

/// <summary>A person scanned the code of a shopping guide (扫描导购二维码, guide_qrcode_scan_event).</summary>
public sealed record GuideCodeScannedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public GuideCodeScannedEvent()
    {
    }

    internal GuideCodeScannedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        var guideScanEvent = payload.Children("GuideScanEvent"u8);
        GuideAccount = guideScanEvent.Text("qrcode_guide_account"u8);
        GuideOpenId = guideScanEvent.Text("qrcode_guide_openid"u8);
        OpenId = guideScanEvent.Text("openid"u8);
        Action = guideScanEvent.SmallNumber("action"u8);
        CodeContent = guideScanEvent.Text("qrcode_info"u8);
    }

    /// <summary>The guide's WeChat account.</summary>
    public string GuideAccount { get; init; } = "";

    /// <summary>The guide's open id.</summary>
    public string GuideOpenId { get; init; } = "";

    /// <summary>Who scanned.</summary>
    public string OpenId { get; init; } = "";

    /// <summary>What came of it, as the platform numbers it.</summary>
    public int? Action { get; init; }

    /// <summary>What the code carries.</summary>
    public string CodeContent { get; init; } = "";
}
