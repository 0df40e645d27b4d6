namespace Hongyan.Testing;

/// <summary>
/// One kind of message or event that a person can cause. To add one, add it to <see cref="All"/> and a row to
/// docs/guides/transcripts.md.
/// </summary>
/// <remarks>Sources: developer.work.weixin.qq.com/document/path/90239 (messages), /90240 (events).</remarks>
internal sealed class ActionKind
{
    private ActionKind(string name, bool isEvent, ReplyPolicy shows, string[] onTheLine, ActionField[] fields)
    {
        Name = name;
        IsEvent = isEvent;
        Shows = shows;
        OnTheLine = onTheLine;
        Fields = fields;
    }

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

    public static IReadOnlyList<ActionKind> All { get; } =
    [
        Message("text", ["content"], Text("content", "Content")),
        Message("image", ["mediaId"], Text("mediaId", "MediaId", "media-image"), Text("picUrl", "PicUrl", "https://pictures.invalid/0")),
        Message("voice", ["mediaId"], Text("mediaId", "MediaId", "media-voice"), Text("format", "Format", "amr")),
        Message("video", ["mediaId"], Text("mediaId", "MediaId", "media-video"), Text("thumbMediaId", "ThumbMediaId", "media-thumb")),
        Message("location", ["latitude", "longitude", "label"],
            Number("latitude", "Location_X", "23.1291"), Number("longitude", "Location_Y", "113.2644"), Text("label", "Label", ""),
            Number("scale", "Scale", "15")),
        Message("link", ["url"],
            Text("url", "Url", "https://example.com/"), Text("title", "Title", ""), Text("description", "Description", ""), Text("picUrl", "PicUrl", "")),

        Event("enter_agent", ReplyPolicy.Messages, Key),
        Event("subscribe", ReplyPolicy.Messages, Key),
        Event("unsubscribe", ReplyPolicy.None, Key),
        Event("LOCATION", ReplyPolicy.Messages,
            Number("latitude", "Latitude", "23.1291"), Number("longitude", "Longitude", "113.2644"), Number("precision", "Precision", "65")),
        Event("click", ReplyPolicy.Messages, Key),
        Event("view", ReplyPolicy.Messages, Key),
        Event("view_miniprogram", ReplyPolicy.Messages, Key),
        Event("scancode_push", ReplyPolicy.None, [Key, .. Scan]),
        Event("scancode_waitmsg", ReplyPolicy.Messages, [Key, .. Scan]),
        Event("pic_sysphoto", ReplyPolicy.None, Key, Picture),
        Event("pic_photo_or_album", ReplyPolicy.None, Key, Picture),
        Event("pic_weixin", ReplyPolicy.None, Key, Picture),
        Event("location_select", ReplyPolicy.None, Key,
            Number("latitude", "SendLocationInfo/Location_X", "23.1291"), Number("longitude", "SendLocationInfo/Location_Y", "113.2644"),
            Number("scale", "SendLocationInfo/Scale", "15"), Text("label", "SendLocationInfo/Label", ""), Text("poiName", "SendLocationInfo/Poiname", "")),
        Event("template_card_event", ReplyPolicy.CardUpdates,
            [Key, .. Card, Text("question", "SelectedItems/+SelectedItem/QuestionKey") with { Repeats = true },
                Text("option", "SelectedItems/SelectedItem/OptionIds/+OptionId") with { Repeats = true }]),
        Event("template_card_menu_event", ReplyPolicy.Messages | ReplyPolicy.CardUpdates, [Key, .. Card]),
        new("batch_job_result", isEvent: true, ReplyPolicy.None, [],
            [Text("jobId", "BatchJob/JobId", "job-1"), Text("jobType", "BatchJob/JobType", "sync_user"), Number("errCode", "BatchJob/ErrCode", "0"), Text("errMsg", "BatchJob/ErrMsg", "ok")])
        {
            IsFromSystem = true,
        },
    ];

    private static ActionField Key => Text("eventKey", "EventKey", "");

    private static ActionField Picture => Text("picMd5Sum", "SendPicsInfo/PicList/+item/PicMd5Sum") with { Repeats = true };

    private static ActionField[] Scan =>
        [Text("scanType", "ScanCodeInfo/ScanType", "qrcode"), Text("scanResult", "ScanCodeInfo/ScanResult", "")];

    private static ActionField[] Card =>
        [Text("taskId", "TaskId", "task-1"), Text("cardType", "CardType", "button_interaction"), Text("responseCode", "ResponseCode", "response-code-1")];

    public static ActionKind? FindMessage(string name) => All.FirstOrDefault(kind => !kind.IsEvent && kind.Name == name);

    public static ActionKind? FindEvent(string name) => All.FirstOrDefault(kind => kind.IsEvent && kind.Name == name);

    public ActionField? FindField(string name) => Fields.FirstOrDefault(field => field.Name == name);

    public override string ToString() => IsEvent ? $"(event) {Name}" : $"({Name})";

    private static ActionKind Message(string name, string[] onTheLine, params ActionField[] fields) =>
        new(name, isEvent: false, ReplyPolicy.Messages, onTheLine, fields);

    private static ActionKind Event(string name, ReplyPolicy shows, params ActionField[] fields) =>
        new(name, isEvent: true, shows, fields.Contains(Key) ? [Key.Name] : [], fields);

    private static ActionField Text(string name, string path, string? standard = null) => new(name, path) { Default = standard };

    private static ActionField Number(string name, string path, string standard) => new(name, path) { IsNumber = true, Default = standard };
}
