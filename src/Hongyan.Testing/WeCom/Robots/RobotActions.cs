namespace Hongyan.Testing;

/// <summary>What a person can do with a robot (智能机器人). The paths are those of its JSON.</summary>
/// <remarks>Sources: developer.work.weixin.qq.com/document/path/100719 (messages), /101027 (events).</remarks>
internal static class RobotActions
{
    private const string Click = "event/template_card_event";
    private const string Rating = "event/feedback_event";

    public static IReadOnlyList<ActionKind> All { get; } =
    [
        Message("text", ["content"], ActionKind.Text("content", "text/content")),
        Message("image", ["picUrl"], File("picUrl", "image")),
        Message("voice", ["recognition"], ActionKind.Text("recognition", "voice/content", "")),
        Message("video", ["url"], File("url", "video")),
        Message("file", ["url"], File("url", "file")),
        Message("mixed", [],
            ActionKind.Text("content", "mixed/+msg_item/text/content") with { Repeats = true },
            ActionKind.Text("picUrl", "mixed/+msg_item/image/url") with { Repeats = true }),

        Event("enter_chat", ReplyPolicy.Greetings),
        Event("template_card_event", ReplyPolicy.CardUpdates,
            ActionKind.Text("eventKey", $"{Click}/event_key", ""), ActionKind.Text("taskId", $"{Click}/task_id", "task-1"),
            ActionKind.Text("cardType", $"{Click}/card_type", "button_interaction"),
            ActionKind.Text("question", $"{Click}/selected_items/+selected_item/question_key") with { Repeats = true },
            ActionKind.Text("option", $"{Click}/selected_items/selected_item/option_ids/+option_id") with { Repeats = true }),
        Event("feedback_event", ReplyPolicy.None,
            ActionKind.Text("feedbackId", $"{Rating}/id", ""), ActionKind.Number("type", $"{Rating}/type", "1"), ActionKind.Text("content", $"{Rating}/content", ""),
            ActionKind.Text("reason", $"{Rating}/+inaccurate_reason_list") with { Repeats = true, IsNumber = true }),
    ];

    private static ActionKind Message(string name, IReadOnlyList<string> onTheLine, params IReadOnlyList<ActionField> fields) =>
        ActionKind.Message(ActionPlatform.Robot, name, onTheLine, fields);

    private static ActionKind Event(string name, ReplyPolicy shows, params IReadOnlyList<ActionField> fields) =>
        ActionKind.Event(ActionPlatform.Robot, name, shows, fields);

    private static ActionField File(string name, string type) => ActionKind.Text(name, $"{type}/url", $"{RobotFiles.Address}{type}");
}
