using System.Text;
using System.Text.Json.Nodes;

namespace Hongyan.Testing;

/// <summary>Reads the answers of a robot to one message, as strictly as the platform: the first, and the states of its stream.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/101031.</remarks>
/// <param name="shows">What the platform takes as the answer.</param>
internal sealed class RobotReplyReader(ReplyPolicy shows)
{
    private const int MaxContentBytes = 20480;
    private const int MaxPictures = 10;

    private readonly List<string> _snapshots = [];
    private string? _feedbackId;

    /// <summary>The id that the robot gave its stream with the first answer.</summary>
    public string StreamId { get; private set; } = "";

    /// <exception cref="BotTestException">It is nothing that the platform takes; the message says why.</exception>
    public BotReply Read(JsonObject answer)
    {
        if ((string?)answer["response_type"] is { } response)
            return ReadUpdate(answer, response);
        var type = (string?)answer["msgtype"] ?? "";
        return type switch
        {
            "text" => ReadText(Needed(answer, "text")) with { Json = answer },
            "template_card" => ReadCard(Needed(answer, "template_card"), ReplyPolicy.Messages | ReplyPolicy.Greetings) with { Json = answer },
            "stream" => ReadStream(Needed(answer, "stream"), card: null) with { Json = answer },
            "stream_with_template_card" => ReadStream(Needed(answer, "stream"), answer["template_card"] as JsonObject) with { Json = answer },
            _ => throw new BotTestException($"The answer has the msgtype '{type}', which the platform does not know."),
        };
    }

    /// <summary>What stands on a card, or what it becomes.</summary>
    internal static BotReply CardOf(JsonObject card, BotReplyKind kind) => new()
    {
        Kind = kind,
        CardType = (string?)card["card_type"],
        Title = (string?)card["main_title"]?["title"],
        Description = (string?)card["main_title"]?["desc"],
        FeedbackId = (string?)card["feedback"]?["id"],
    };

    private BotReply ReadText(JsonObject text)
    {
        Require(ReplyPolicy.Greetings, "text");
        return new BotReply { Kind = BotReplyKind.Text, Text = Text(text, "content") };
    }

    private BotReply ReadCard(JsonObject card, ReplyPolicy takenFor)
    {
        Require(takenFor, "template_card");
        return CardOf(card, BotReplyKind.TemplateCard);
    }

    private BotReply ReadUpdate(JsonObject answer, string response)
    {
        if (response != "update_template_card")
            throw new BotTestException($"The answer has the response_type '{response}', which the platform does not know.");
        Require(ReplyPolicy.CardUpdates, response);
        return CardOf(Needed(answer, "template_card"), BotReplyKind.UpdateTemplateCard) with { Json = answer };
    }

    private BotReply ReadStream(JsonObject stream, JsonObject? card)
    {
        Require(ReplyPolicy.Messages, "stream");
        var (id, content, isFinished) = (Text(stream, "id"), (string?)stream["content"] ?? "", (bool?)stream["finish"] ?? false);
        if (StreamId.Length > 0 && id != StreamId)
            throw new BotTestException($"The stream is called '{id}' now and was called '{StreamId}'.");
        StreamId = id;
        if (Encoding.UTF8.GetByteCount(content) > MaxContentBytes)
            throw new BotTestException($"The stream has {Encoding.UTF8.GetByteCount(content)} bytes; the platform takes {MaxContentBytes}.");
        var pictures = PicturesIn(stream, isFinished);
        if (_snapshots.Count == 0)
            _feedbackId = (string?)stream["feedback"]?["id"];
        if (_snapshots.Count == 0 || _snapshots[^1] != content)
            _snapshots.Add(content);

        var reply = card is null ? new BotReply { Kind = BotReplyKind.Text } : CardOf(card, content.Length > 0 ? BotReplyKind.Text : BotReplyKind.TemplateCard);
        return reply with
        {
            Text = content.Length > 0 || card is null ? content : null,
            Pictures = pictures,
            IsFinished = isFinished,
            Snapshots = [.. _snapshots],
            FeedbackId = _feedbackId ?? reply.FeedbackId,
        };
    }

    private static IReadOnlyList<ReadOnlyMemory<byte>> PicturesIn(JsonObject stream, bool isFinished)
    {
        if (stream["msg_item"] is not JsonArray { Count: > 0 } items)
            return [];
        if (!isFinished)
            throw new BotTestException("The stream has pictures (msg_item) before its end; the platform takes them with finish only.");
        if (items.Count > MaxPictures)
            throw new BotTestException($"The stream has {items.Count} pictures; the platform takes {MaxPictures}.");
        return [.. items.Select(item => (ReadOnlyMemory<byte>)Convert.FromBase64String((string?)item?["image"]?["base64"] ?? ""))];
    }

    private void Require(ReplyPolicy takenFor, string type)
    {
        if ((shows & takenFor) == 0)
            throw new BotTestException($"The platform takes no {type} as the answer to this.");
    }

    private static JsonObject Needed(JsonObject answer, string name) =>
        answer[name] as JsonObject ?? throw new BotTestException($"The {name} of the answer is missing.");

    private static string Text(JsonObject parent, string name) => (string?)parent[name] is { Length: > 0 } text
        ? text
        : throw new BotTestException($"The {name} of the answer is missing or empty.");
}
