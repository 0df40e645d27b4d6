namespace Hongyan.OfficialAccount;

/// <summary>A follower scanned a code with a scene (扫描带参数二维码). Whoever does not follow yet gives a SubscribeEvent instead.</summary>
/// <remarks>https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Receiving_event_pushes.html</remarks>
public sealed record ScanEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public ScanEvent()
    {
    }

    internal ScanEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        Scene = payload.Text("EventKey"u8);
        Ticket = payload.Text("Ticket"u8);
    }

    /// <summary>The scene that the code was made with (EventKey), a number or a text.</summary>
    public string Scene { get; init; } = "";

    /// <summary>The ticket of the code, which fetches its picture.</summary>
    public string Ticket { get; init; } = "";
}
