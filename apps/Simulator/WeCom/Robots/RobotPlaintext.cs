using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using Hongyan.Simulator.Chat;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>Writes the JSON inside a robot's callbacks.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/100719 (messages) and 101027 (events).</remarks>
internal sealed class RobotPlaintext(RobotMediaLinks links, ResponseUrls urls, ConversationLog chats, SimulatedClock clock)
{
    private const string IdCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly System.Text.Json.JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A member's message.</summary>
    public string Message(RobotTalk talk, long entryId, RobotMessage message)
    {
        var root = Begin(talk);
        root["response_url"] = urls.Issue(talk, entryId);
        root["msgtype"] = message.Type;
        root[message.Type] = Content(talk.Robot, message);
        if (message.Quotes is { } quoted && chats.Find(quoted) is { } entry && Quote(talk.Robot, entry) is { } quote)
            root["quote"] = quote;
        return Write(root);
    }

    /// <summary>The refresh of a stream: no response_url.</summary>
    public static string Refresh(RobotTalk talk, string streamId)
    {
        var root = Begin(talk);
        root["msgtype"] = "stream";
        root["stream"] = new JsonObject { ["id"] = streamId };
        return Write(root);
    }

    /// <summary>enter_chat: no response_url.</summary>
    public string Enter(RobotTalk talk) => Event(talk, "enter_chat", details: null, answeredEntry: null);

    /// <summary>template_card_event.</summary>
    public string CardClick(RobotTalk talk, long entryId, TemplateCard card, string key, IReadOnlyList<SelectedItem>? chosen)
    {
        var details = new JsonObject { ["card_type"] = card.CardType, ["event_key"] = key, ["task_id"] = card.TaskId ?? "" };
        if (chosen is { Count: > 0 })
            details["selected_items"] = new JsonObject
            {
                ["selected_item"] = new JsonArray([.. chosen.Select(item => new JsonObject
                {
                    ["question_key"] = item.QuestionKey,
                    ["option_ids"] = new JsonObject { ["option_id"] = new JsonArray([.. item.OptionIds.Select(id => (JsonNode)id)]) },
                })]),
            };
        return Event(talk, "template_card_event", details, entryId);
    }

    /// <summary>feedback_event: no response_url.</summary>
    public string Feedback(RobotTalk talk, string feedbackId, RobotFeedback feedback)
    {
        var details = new JsonObject { ["id"] = feedbackId, ["type"] = feedback.Type };
        if (feedback.Type == RobotFeedback.Inaccurate)
        {
            details["content"] = feedback.Content ?? "";
            details["inaccurate_reason_list"] = new JsonArray([.. feedback.Reasons.Select(reason => (JsonNode)reason)]);
        }
        return Event(talk, "feedback_event", details, answeredEntry: null);
    }

    private string Event(RobotTalk talk, string name, JsonObject? details, long? answeredEntry)
    {
        var root = Begin(talk);
        root["create_time"] = clock.Now.ToUnixTimeSeconds();
        if (answeredEntry is { } entryId)
            root["response_url"] = urls.Issue(talk, entryId);
        root["msgtype"] = "event";
        root["event"] = new JsonObject { ["eventtype"] = name };
        if (details is not null)
            root["event"]![name] = details;
        return Write(root);
    }

    // from.corpid stands only in callbacks of robots that another company made.
    private static JsonObject Begin(RobotTalk talk)
    {
        var root = new JsonObject { ["msgid"] = "CAIQ" + RandomNumberGenerator.GetString(IdCharacters, 24), ["aibotid"] = talk.Robot.RobotId };
        if (talk.ChatId is { } chatId)
            root["chatid"] = chatId;
        root["chattype"] = talk.ChatId is null ? "single" : "group";
        root["from"] = new JsonObject { ["userid"] = talk.Member.UserId };
        return root;
    }

    private JsonObject Content(WeComRobot robot, RobotMessage message) => message.Type switch
    {
        "mixed" => new()
        {
            ["msg_item"] = new JsonArray([.. (message.Parts ?? []).Select(part => part.MediaId is { } picture
                ? new JsonObject { ["msgtype"] = "image", ["image"] = Link(robot, picture) }
                : new JsonObject { ["msgtype"] = "text", ["text"] = new JsonObject { ["content"] = part.Content } })]),
        },
        "image" or "file" or "video" => Link(robot, message.MediaId!),
        _ => new() { ["content"] = message.Content },
    };

    private JsonObject Link(WeComRobot robot, string mediaId) => new() { ["url"] = links.Issue(robot, mediaId) };

    private JsonObject? Quote(WeComRobot robot, ChatMessage entry)
    {
        if (entry.ToRobot is { } said)
            return new() { ["msgtype"] = said.Type, [said.Type] = Content(robot, said) };
        // Of what robots and apps said, the platform passes the words on.
        var words = entry.FromRobot is { } reply ? reply.Content ?? reply.Card?.MainTitle?.Title ?? reply.Card?.SubTitle : entry.Active?.Content;
        return string.IsNullOrEmpty(words) ? null : new() { ["msgtype"] = "text", ["text"] = new JsonObject { ["content"] = words } };
    }

    private static string Write(JsonObject root) => root.ToJsonString(Options);
}
