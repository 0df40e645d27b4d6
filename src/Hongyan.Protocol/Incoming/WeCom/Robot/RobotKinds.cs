using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>What a robot (智能机器人) is sent: messages by msgtype, events by eventtype.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/100719 and /101027.</remarks>
internal static class RobotKinds
{
    /// <param name="mention">How a group calls the robot.</param>
    public static Dictionary<string, IncomingParser.Read> Messages(RobotMention mention) => new()
    {
        ["text"] = (in payload) => new TextMessage(payload, mention),
        ["image"] = (in payload) => new ImageMessage(payload) { PictureUrl = UrlIn(payload, "image"u8) },
        ["mixed"] = (in payload) => new MixedMessage(payload, RobotChat.IsInGroup(payload) ? mention : null),
        ["voice"] = (in payload) => new VoiceMessage(payload) { Recognition = payload.Text("voice"u8, "content"u8) },
        ["file"] = (in payload) => new FileMessage(payload) { Url = UrlIn(payload, "file"u8) },
        ["video"] = (in payload) => new VideoMessage(payload) { Url = UrlIn(payload, "video"u8) },
        ["stream"] = (in payload) => new StreamRefreshEvent(payload),
    };

    public static Dictionary<string, IncomingParser.Read> Events => new()
    {
        ["enter_chat"] = (in payload) => new EnterChatEvent(payload),
        ["template_card_event"] = (in payload) => ReadCardClick(payload),
        ["feedback_event"] = (in payload) => new FeedbackEvent(payload),
        ["disconnected_event"] = (in payload) => new RobotDisconnectedEvent(payload),
    };

    /// <summary>The message that another one quotes: the same structures, without a sender.</summary>
    public static IncomingMessage ReadQuote(in PayloadFields quote) => KindOf(quote) switch
    {
        "text" => new TextMessage(quote) { Content = quote.Text("text"u8, "content"u8) },
        "image" => new ImageMessage(quote) { PictureUrl = UrlIn(quote, "image"u8) },
        "mixed" => new MixedMessage(quote, mention: null),
        "voice" => new VoiceMessage(quote) { Recognition = quote.Text("voice"u8, "content"u8) },
        "file" => new FileMessage(quote) { Url = UrlIn(quote, "file"u8) },
        "video" => new VideoMessage(quote) { Url = UrlIn(quote, "video"u8) },
        _ => new UnknownMessage(quote),
    };

    /// <summary>The msgtype of a quote or of a piece of a message, one string for each of those that there are.</summary>
    public static string KindOf(in PayloadFields piece) => !piece.TryGetRun("msgtype"u8, out var kind) ? piece.Text("msgtype"u8)
        : kind.SequenceEqual("text"u8) ? "text"
        : kind.SequenceEqual("image"u8) ? "image"
        : kind.SequenceEqual("mixed"u8) ? "mixed"
        : kind.SequenceEqual("voice"u8) ? "voice"
        : kind.SequenceEqual("file"u8) ? "file"
        : kind.SequenceEqual("video"u8) ? "video"
        : piece.Text("msgtype"u8);

    private static TemplateCardEvent ReadCardClick(in PayloadFields payload)
    {
        var click = payload.Children("event"u8, "template_card_event"u8);
        return new TemplateCardEvent(payload)
        {
            Key = click.Text("event_key"u8),
            // The older page of the documents writes it in one word.
            TaskId = click.Contains("task_id"u8) ? click.Text("task_id"u8) : click.Text("taskid"u8),
            CardType = click.Text("card_type"u8),
            SelectedItems = click.Items("selected_items"u8, "selected_item"u8, ReadSelectedItem),
        };
    }

    private static SelectedItem ReadSelectedItem(in PayloadFields item) => new()
    {
        QuestionKey = item.Text("question_key"u8),
        OptionIds = item.Texts("option_ids"u8, "option_id"u8),
    };

    private static string UrlIn(in PayloadFields payload, FieldName name) => payload.Text(name, "url"u8);
}
