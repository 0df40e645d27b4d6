namespace Hongyan.Simulator.WeCom;

/// <summary>An event of an app. To add one, add it here and its label to Resources/Texts.</summary>
/// <param name="Name">Event, spelt as the platform spells it.</param>
/// <param name="Replies">The passive reply it takes.</param>
/// <param name="Sample">Makes an example with everything the event needs; its fields are the ones the event has.</param>
/// <param name="Write">Writes the elements after Event.</param>
public sealed record EventKind(string Name, ReplyPolicy Replies, Func<MemberEvent> Sample, Action<PlaintextWriter, MemberEvent> Write)
{
    /// <summary>Whether the platform itself is the sender (FromUserName is <c>sys</c>) and no app is named.</summary>
    public bool IsFromSystem { get; private init; }

    /// <summary>Whether it can have an EventKey although the platform leaves it empty.</summary>
    public bool MayHaveKey { get; private init; }

    /// <summary>All of them, in the order of the page's menu.</summary>
    /// <remarks>Source: developer.work.weixin.qq.com/document/path/90240.</remarks>
    public static IReadOnlyList<EventKind> All { get; } =
    [
        new("enter_agent", ReplyPolicy.Messages, () => new() { Event = "enter_agent" }, WriteKey) { MayHaveKey = true },
        new("subscribe", ReplyPolicy.Messages, () => new() { Event = "subscribe" }, WriteKey) { MayHaveKey = true },
        new("unsubscribe", ReplyPolicy.None, () => new() { Event = "unsubscribe" }, WriteKey) { MayHaveKey = true },

        new("LOCATION", ReplyPolicy.Messages,
            () => new() { Event = "LOCATION", Latitude = 23.1291, Longitude = 113.2644, Precision = 65 },
            (xml, e) => xml.Number("Latitude", e.Latitude).Number("Longitude", e.Longitude).Number("Precision", e.Precision)
                .Text("AppType", "wxwork")),

        new("click", ReplyPolicy.Messages, () => new() { Event = "click", EventKey = "help" }, WriteKey),
        new("view", ReplyPolicy.Messages, () => new() { Event = "view", EventKey = "https://example.com/menu" }, WriteKey),
        new("view_miniprogram", ReplyPolicy.Messages, () => new() { Event = "view_miniprogram", EventKey = "pages/index" }, WriteKey),
        new("scancode_push", ReplyPolicy.None, () => SampleScan("scancode_push"), WriteScan),
        new("scancode_waitmsg", ReplyPolicy.Messages, () => SampleScan("scancode_waitmsg"), WriteScan),
        new("pic_sysphoto", ReplyPolicy.None, () => SamplePictures("pic_sysphoto"), WritePictures),
        new("pic_photo_or_album", ReplyPolicy.None, () => SamplePictures("pic_photo_or_album"), WritePictures),
        new("pic_weixin", ReplyPolicy.None, () => SamplePictures("pic_weixin"), WritePictures),

        new("location_select", ReplyPolicy.None,
            () => new()
            {
                Event = "location_select", EventKey = "where", Latitude = 23.1291, Longitude = 113.2644, Scale = 15,
                Label = "广州市越秀区府前路1号", PoiName = "人民公园",
            },
            (xml, e) => xml.Text("EventKey", e.EventKey)
                .Group("SendLocationInfo", () => xml.Number("Location_X", e.Latitude).Number("Location_Y", e.Longitude)
                    .Number("Scale", e.Scale).Text("Label", e.Label).Text("Poiname", e.PoiName))
                .Text("AppType", "wxwork")),

        new("template_card_event", ReplyPolicy.CardUpdates,
            () => SampleCard("template_card_event", "multiple_interaction") with { SelectedItems = [new("severity", ["high"])] },
            (xml, e) =>
            {
                WriteCard(xml, e);
                xml.Group("SelectedItems", () => WriteSelectedItems(xml, e.SelectedItems ?? []));
            }),

        new("template_card_menu_event", ReplyPolicy.MessagesAndCardUpdates,
            () => SampleCard("template_card_menu_event", "text_notice"), WriteCard),

        new("batch_job_result", ReplyPolicy.None,
            () => new() { Event = "batch_job_result", JobId = Invented.JobId(), JobType = "sync_user", ErrCode = 0, ErrMsg = "ok" },
            (xml, e) => xml.Group("BatchJob", () => xml.Text("JobId", e.JobId).Text("JobType", e.JobType)
                .Number("ErrCode", e.ErrCode).Text("ErrMsg", e.ErrMsg))) { IsFromSystem = true },
    ];

    /// <summary>The kind of this Event, or null.</summary>
    public static EventKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);

    private static MemberEvent SampleScan(string name) =>
        new() { Event = name, EventKey = "scan", ScanType = "qrcode", ScanResult = "https://example.com/asset/A-7" };

    private static MemberEvent SamplePictures(string name) =>
        new() { Event = name, EventKey = "upload", PicMd5Sums = [Invented.Md5()], MediaIds = [] };

    private static MemberEvent SampleCard(string name, string cardType) =>
        new() { Event = name, EventKey = "confirm", TaskId = "task-42", CardType = cardType, ResponseCode = Invented.ResponseCode() };

    private static void WriteKey(PlaintextWriter xml, MemberEvent e) => xml.Text("EventKey", e.EventKey);

    private static void WriteScan(PlaintextWriter xml, MemberEvent e) =>
        xml.Text("EventKey", e.EventKey)
            .Group("ScanCodeInfo", () => xml.Text("ScanType", e.ScanType).Text("ScanResult", e.ScanResult));

    private static void WritePictures(PlaintextWriter xml, MemberEvent e)
    {
        var sums = e.PicMd5Sums ?? [];
        xml.Text("EventKey", e.EventKey)
            .Group("SendPicsInfo", () => xml.Number("Count", sums.Count)
                .Group("PicList", () =>
                {
                    foreach (var sum in sums)
                        xml.Group("item", () => xml.Text("PicMd5Sum", sum));
                }));
    }

    private static void WriteCard(PlaintextWriter xml, MemberEvent e) =>
        xml.Text("EventKey", e.EventKey).Text("TaskId", e.TaskId).Text("CardType", e.CardType).Text("ResponseCode", e.ResponseCode);

    private static void WriteSelectedItems(PlaintextWriter xml, IReadOnlyList<SelectedItem> items)
    {
        foreach (var item in items)
            xml.Group("SelectedItem", () => xml.Text("QuestionKey", item.QuestionKey)
                .Group("OptionIds", () =>
                {
                    foreach (var id in item.OptionIds)
                        xml.Text("OptionId", id);
                }));
    }
}
