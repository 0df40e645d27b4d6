namespace Hongyan.Testing;

/// <summary>
/// One kind of message or event that a person can cause. To add one, add it to <see cref="All"/>, or to <see cref="RobotActions"/>, and a row
/// to docs/guides/transcripts.md.
/// </summary>
/// <remarks>
/// Sources: developer.work.weixin.qq.com/document/path/90239 (messages), /90240 (events);
/// developers.weixin.qq.com/doc/offiaccount/Message_Management/Receiving_standard_messages.html, Receiving_event_pushes.html.
/// </remarks>
internal sealed class ActionKind
{
    private ActionKind(ActionPlatform platforms, string name, bool isEvent, ReplyPolicy shows, IReadOnlyList<string> onTheLine, IReadOnlyList<ActionField> fields)
    {
        Platforms = platforms;
        Name = name;
        IsEvent = isEvent;
        Shows = shows;
        OnTheLine = onTheLine;
        Fields = fields;
    }

    /// <summary>Where it happens.</summary>
    public ActionPlatform Platforms { get; }

    /// <summary>MsgType of a message, Event of an event; spelt as the platform spells it.</summary>
    public string Name { get; }

    public bool IsEvent { get; }

    /// <summary>The replies that the person gets to see.</summary>
    public ReplyPolicy Shows { get; }

    /// <summary>The fields that a transcript writes on the line itself, in order; the last takes the rest of the line.</summary>
    public IReadOnlyList<string> OnTheLine { get; }

    public IReadOnlyList<ActionField> Fields { get; }

    /// <summary>Whether the platform itself is the sender: FromUserName is <c>sys</c>.</summary>
    public bool IsFromSystem { get; private init; }

    /// <summary>All of them; where two platforms spell one alike and mean another thing, it stands here twice.</summary>
    public static IReadOnlyList<ActionKind> All { get; } =
    [
        Message(ActionPlatform.Xml, "text", ["content"], Text("content", "Content")),
        Message(ActionPlatform.Xml, "image", ["mediaId"],
            Text("mediaId", "MediaId", "media-image"), Text("picUrl", "PicUrl", "https://pictures.invalid/0")),
        Message(ActionPlatform.Xml, "voice", ["mediaId"],
            Text("mediaId", "MediaId", "media-voice"), Text("format", "Format", "amr"), Text("recognition", "Recognition")),
        Message(ActionPlatform.Xml, "video", ["mediaId"], Text("mediaId", "MediaId", "media-video"), Text("thumbMediaId", "ThumbMediaId", "media-thumb")),
        Message(ActionPlatform.OfficialAccount, "shortvideo", ["mediaId"],
            Text("mediaId", "MediaId", "media-shortvideo"), Text("thumbMediaId", "ThumbMediaId", "media-thumb")),
        Message(ActionPlatform.Xml, "location", ["latitude", "longitude", "label"],
            Number("latitude", "Location_X", "23.1291"), Number("longitude", "Location_Y", "113.2644"), Text("label", "Label", ""),
            Number("scale", "Scale", "15")),
        Message(ActionPlatform.Xml, "link", ["url"],
            Text("url", "Url", "https://example.com/"), Text("title", "Title", ""), Text("description", "Description", ""), Text("picUrl", "PicUrl", "")),

        Event(ActionPlatform.WeCom, "enter_agent", ReplyPolicy.Messages, Key),
        Event(ActionPlatform.Xml, "subscribe", ReplyPolicy.Messages, Key, Ticket),
        Event(ActionPlatform.Xml, "unsubscribe", ReplyPolicy.None, Key),
        Event(ActionPlatform.OfficialAccount, "SCAN", ReplyPolicy.Messages, Key, Ticket),
        Event(ActionPlatform.Xml, "LOCATION", ReplyPolicy.Messages,
            Number("latitude", "Latitude", "23.1291"), Number("longitude", "Longitude", "113.2644"), Number("precision", "Precision", "65")),
        Event(ActionPlatform.WeCom, "click", ReplyPolicy.Messages, Key),
        Event(ActionPlatform.OfficialAccount, "CLICK", ReplyPolicy.Messages, Key),
        Event(ActionPlatform.WeCom, "view", ReplyPolicy.Messages, Key),
        Event(ActionPlatform.OfficialAccount, "VIEW", ReplyPolicy.None, Key),
        Event(ActionPlatform.WeCom, "view_miniprogram", ReplyPolicy.Messages, Key),
        Event(ActionPlatform.OfficialAccount, "view_miniprogram", ReplyPolicy.None, Key),
        Event(ActionPlatform.Xml, "scancode_push", ReplyPolicy.None, [Key, .. Scan]),
        Event(ActionPlatform.Xml, "scancode_waitmsg", ReplyPolicy.Messages, [Key, .. Scan]),
        Event(ActionPlatform.Xml, "pic_sysphoto", ReplyPolicy.None, Key, Picture),
        Event(ActionPlatform.Xml, "pic_photo_or_album", ReplyPolicy.None, Key, Picture),
        Event(ActionPlatform.Xml, "pic_weixin", ReplyPolicy.None, Key, Picture),
        Event(ActionPlatform.Xml, "location_select", ReplyPolicy.None, Key,
            Number("latitude", "SendLocationInfo/Location_X", "23.1291"), Number("longitude", "SendLocationInfo/Location_Y", "113.2644"),
            Number("scale", "SendLocationInfo/Scale", "15"), Text("label", "SendLocationInfo/Label", ""), Text("poiName", "SendLocationInfo/Poiname", "")),
        Event(ActionPlatform.WeCom, "template_card_event", ReplyPolicy.CardUpdates,
            [Key, .. Card, Text("question", "SelectedItems/+SelectedItem/QuestionKey") with { Repeats = true },
                Text("option", "SelectedItems/SelectedItem/OptionIds/+OptionId") with { Repeats = true }]),
        Event(ActionPlatform.WeCom, "template_card_menu_event", ReplyPolicy.Messages | ReplyPolicy.CardUpdates, [Key, .. Card]),
        new(ActionPlatform.WeCom, "batch_job_result", isEvent: true, ReplyPolicy.None, [],
            [Text("jobId", "BatchJob/JobId", "job-1"), Text("jobType", "BatchJob/JobType", "sync_user"), Number("errCode", "BatchJob/ErrCode", "0"), Text("errMsg", "BatchJob/ErrMsg", "ok")])
        {
            IsFromSystem = true,
        },
        .. RobotActions.All,
    ];

    private static ActionField Key => Text("eventKey", "EventKey", "");

    private static ActionField Ticket => Text("ticket", "Ticket");

    private static ActionField Picture => Text("picMd5Sum", "SendPicsInfo/PicList/+item/PicMd5Sum") with { Repeats = true };

    private static ActionField[] Scan =>
        [Text("scanType", "ScanCodeInfo/ScanType", "qrcode"), Text("scanResult", "ScanCodeInfo/ScanResult", "")];

    private static ActionField[] Card =>
        [Text("taskId", "TaskId", "task-1"), Text("cardType", "CardType", "button_interaction"), Text("responseCode", "ResponseCode", "response-code-1")];

    /// <summary>The kinds of one platform.</summary>
    public static IEnumerable<ActionKind> Of(ActionPlatform platform) => All.Where(kind => (kind.Platforms & platform) != 0);

    /// <summary>The kind of message of this name, or null.</summary>
    public static ActionKind? FindMessage(string name, ActionPlatform platform) => Of(platform).FirstOrDefault(kind => !kind.IsEvent && kind.Name == name);

    /// <summary>The kind of event of this name, or null.</summary>
    public static ActionKind? FindEvent(string name, ActionPlatform platform) => Of(platform).FirstOrDefault(kind => kind.IsEvent && kind.Name == name);

    public ActionField? FindField(string name) => Fields.FirstOrDefault(field => field.Name == name);

    public override string ToString() => IsEvent ? $"(event) {Name}" : $"({Name})";

    internal static ActionKind Message(ActionPlatform platforms, string name, IReadOnlyList<string> onTheLine, params IReadOnlyList<ActionField> fields) =>
        new(platforms, name, isEvent: false, ReplyPolicy.Messages, onTheLine, fields);

    internal static ActionKind Event(ActionPlatform platforms, string name, ReplyPolicy shows, params IReadOnlyList<ActionField> fields) =>
        new(platforms, name, isEvent: true, shows, fields.Any(field => field.Name == "eventKey") ? ["eventKey"] : [], fields);

    internal static ActionField Text(string name, string path, string? standard = null) => new(name, path) { Default = standard };

    internal static ActionField Number(string name, string path, string standard) => new(name, path) { IsNumber = true, Default = standard };
}
