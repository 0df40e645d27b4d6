namespace Hongyan.Simulator.WeCom;

/// <summary>The events of an app. To add one, add it here and its label to Resources/Texts.</summary>
public static class WeComEvents
{
    /// <summary>All of them, in the order of the page's menu.</summary>
    /// <remarks>Source: developer.work.weixin.qq.com/document/path/90240.</remarks>
    public static IReadOnlyList<EventKind> All { get; } =
    [
        new("enter_agent", ReplyPolicy.Messages, () => new() { Event = "enter_agent" }, EventElements.Key) { MayHaveKey = true },
        new("subscribe", ReplyPolicy.Messages, () => new() { Event = "subscribe" }, EventElements.Key) { MayHaveKey = true },
        new("unsubscribe", ReplyPolicy.None, () => new() { Event = "unsubscribe" }, EventElements.Key) { MayHaveKey = true },

        new("LOCATION", ReplyPolicy.Messages,
            () => new() { Event = "LOCATION", Latitude = 23.1291, Longitude = 113.2644, Precision = 65 },
            (xml, e) => xml.Number("Latitude", e.Latitude).Number("Longitude", e.Longitude).Number("Precision", e.Precision)
                .Text("AppType", "wxwork")),

        new("click", ReplyPolicy.Messages, () => new() { Event = "click", EventKey = "help" }, EventElements.Key),
        new("view", ReplyPolicy.Messages, () => new() { Event = "view", EventKey = "https://example.com/menu" }, EventElements.Key),
        new("view_miniprogram", ReplyPolicy.Messages, () => new() { Event = "view_miniprogram", EventKey = "pages/index" }, EventElements.Key),
        new("scancode_push", ReplyPolicy.None, () => EventElements.SampleScan("scancode_push"), EventElements.Scan),
        new("scancode_waitmsg", ReplyPolicy.Messages, () => EventElements.SampleScan("scancode_waitmsg"), EventElements.Scan),
        new("pic_sysphoto", ReplyPolicy.None, () => EventElements.SamplePictures("pic_sysphoto"), EventElements.Pictures),
        new("pic_photo_or_album", ReplyPolicy.None, () => EventElements.SamplePictures("pic_photo_or_album"), EventElements.Pictures),
        new("pic_weixin", ReplyPolicy.None, () => EventElements.SamplePictures("pic_weixin"), EventElements.Pictures),

        new("location_select", ReplyPolicy.None, () => EventElements.SamplePlace("location_select"),
            (xml, e) =>
            {
                EventElements.Place(xml, e);
                xml.Text("AppType", "wxwork");
            }),

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

    private static MemberEvent SampleCard(string name, string cardType) =>
        new() { Event = name, EventKey = "confirm", TaskId = "task-42", CardType = cardType, ResponseCode = Invented.ResponseCode() };

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
