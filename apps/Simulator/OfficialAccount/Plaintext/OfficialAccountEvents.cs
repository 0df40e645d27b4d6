namespace Hongyan.Simulator.OfficialAccount;

/// <summary>What a follower can do that the bot is told. To add an event, add it here and its label to Resources/Texts.</summary>
public static class OfficialAccountEvents
{
    /// <summary>What EventKey of a subscription by QR code begins with.</summary>
    public const string ScenePrefix = "qrscene_";

    /// <summary>All of them, in the order of the page's menu.</summary>
    /// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Message_Management/Receiving_event_pushes.html.</remarks>
    public static IReadOnlyList<EventKind> All { get; } =
    [
        new("subscribe", ReplyPolicy.Messages, () => new() { Event = "subscribe", EventKey = "", Ticket = "" }, WriteScene),
        new("unsubscribe", ReplyPolicy.None, () => new() { Event = "unsubscribe" }, EventElements.Key),
        new("SCAN", ReplyPolicy.Messages, () => new() { Event = "SCAN", EventKey = "class-7", Ticket = Invented.Ticket() }, WriteScene),

        new("LOCATION", ReplyPolicy.Messages, () => new() { Event = "LOCATION", Latitude = 23.1291, Longitude = 113.2644, Precision = 65 },
            (xml, e) => xml.Number("Latitude", e.Latitude).Number("Longitude", e.Longitude).Number("Precision", e.Precision)),

        new("CLICK", ReplyPolicy.Messages, () => new() { Event = "CLICK", EventKey = "help" }, EventElements.Key),
        new("VIEW", ReplyPolicy.None, () => new() { Event = "VIEW", EventKey = "https://example.com/menu", MenuId = "" }, WriteMenu),
        new("view_miniprogram", ReplyPolicy.None, () => new() { Event = "view_miniprogram", EventKey = "pages/index", MenuId = "" }, WriteMenu),
        new("scancode_push", ReplyPolicy.None, () => EventElements.SampleScan("scancode_push"), EventElements.Scan),
        new("scancode_waitmsg", ReplyPolicy.Messages, () => EventElements.SampleScan("scancode_waitmsg"), EventElements.Scan),
        new("pic_sysphoto", ReplyPolicy.None, () => EventElements.SamplePictures("pic_sysphoto"), EventElements.Pictures),
        new("pic_photo_or_album", ReplyPolicy.None, () => EventElements.SamplePictures("pic_photo_or_album"), EventElements.Pictures),
        new("pic_weixin", ReplyPolicy.None, () => EventElements.SamplePictures("pic_weixin"), EventElements.Pictures),
        new("location_select", ReplyPolicy.None, () => EventElements.SamplePlace("location_select"), EventElements.Place),
    ];

    /// <summary>A servicer has begun to talk with a follower.</summary>
    internal static EventKind SessionCreated { get; } =
        new("kf_create_session", ReplyPolicy.None, () => new() { Event = "kf_create_session", KfAccount = "" }, (xml, e) => xml.Text("KfAccount", e.KfAccount));

    /// <summary>A servicer has ceased to talk with a follower.</summary>
    internal static EventKind SessionClosed { get; } = new(
        "kf_close_session", ReplyPolicy.None, () => new() { Event = "kf_close_session", KfAccount = "", CloseType = "" },
        (xml, e) => xml.Text("KfAccount", e.KfAccount).Text("CloseType", e.CloseType));

    /// <summary>A servicer has handed a follower to another one.</summary>
    internal static EventKind SessionSwitched { get; } = new(
        "kf_switch_session", ReplyPolicy.None, () => new() { Event = "kf_switch_session", FromKfAccount = "", ToKfAccount = "" },
        (xml, e) => xml.Text("FromKfAccount", e.FromKfAccount).Text("ToKfAccount", e.ToKfAccount));

    /// <summary>The kind of this Event, or null.</summary>
    public static EventKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);

    private static void WriteMenu(PlaintextWriter xml, MemberEvent e)
    {
        xml.Text("EventKey", e.EventKey);
        if (!string.IsNullOrEmpty(e.MenuId))
            xml.Text("MenuId", e.MenuId);
    }

    // A Ticket comes with the scene of a QR code and with nothing else.
    private static void WriteScene(PlaintextWriter xml, MemberEvent e)
    {
        xml.Text("EventKey", e.EventKey);
        if (!string.IsNullOrEmpty(e.Ticket))
            xml.Text("Ticket", e.Ticket);
    }
}
