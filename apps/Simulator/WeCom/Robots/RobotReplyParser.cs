using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hongyan.Simulator.WeCom;

/// <summary>Reads one decrypted answer of a robot, by the rules of what it answers.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/101031 and 101032 (cards).</remarks>
/// <param name="root">The answer.</param>
/// <param name="situation">What it answers.</param>
/// <param name="before">What the stream has shown so far, or the card that was clicked.</param>
/// <param name="media">Keeps the pictures of a stream.</param>
internal sealed class RobotReplyParser(JsonObject root, RobotSituation situation, RobotReply? before, MediaStore media)
{
    /// <summary>Bytes of UTF-8 that a stream or a markdown message holds at most.</summary>
    public const int MaxContentBytes = 20480;

    private const int MaxFeedbackIdBytes = 256;
    private const int MaxPictures = 10;
    private const int MaxPictureBytes = 10 * 1024 * 1024;

    private readonly List<Finding> _notes = [];

    /// <summary>What is worth knowing although nothing is wrong.</summary>
    public IReadOnlyList<Finding> Notes => _notes;

    /// <summary>What is wrong; null when nothing is.</summary>
    public Finding? Problem { get; private set; }

    /// <summary>The answer; null when something is wrong with it.</summary>
    public RobotReply? Parse()
    {
        try
        {
            return situation == RobotSituation.CardClick ? ParseUpdate() : ParseMessage();
        }
        // JsonFields throws it for a field of another type, the card's reader too.
        catch (JsonException exception)
        {
            return Wrong(FindingKind.RobotFieldType, exception.Path ?? "", exception.Message);
        }
    }

    private RobotReply? ParseMessage()
    {
        if (situation == RobotSituation.Feedback)
            return Wrong(FindingKind.ReplyNotAllowed, "feedback_event");
        if (root.Text("msgtype") is not { Length: > 0 } type)
            return Wrong(FindingKind.MessageMissingPart, "msgtype");
        return (situation, type) switch
        {
            (RobotSituation.Enter, "text") => ParseText(),
            (RobotSituation.Enter or RobotSituation.Message, "template_card") => ParseCard(new() { Type = type }),
            (RobotSituation.Message or RobotSituation.Refresh, "stream") => ParseStream(type),
            (RobotSituation.Message or RobotSituation.Refresh, "stream_with_template_card") => ParseStreamWithCard(type),
            (RobotSituation.Enter, _) => Wrong(FindingKind.RobotTypeOfEnter, type),
            (RobotSituation.Refresh, _) => Wrong(FindingKind.RobotTypeOfRefresh, type),
            _ => Wrong(FindingKind.RobotTypeOfMessage, type),
        };
    }

    private RobotReply? ParseText() =>
        root.Object("text")?.Text("content") is { Length: > 0 } content
            ? new() { Type = "text", Content = content }
            : Wrong(FindingKind.MessageMissingPart, "text.content");

    private RobotReply? ParseStreamWithCard(string type)
    {
        if (ParseStream(type) is not { } reply)
            return null;
        if (root.Object("template_card") is null)
            return before?.Card is not null ? reply : Wrong(FindingKind.MessageMissingPart, "template_card");
        if (before?.Card is null)
            return ParseCard(reply);
        _notes.Add(Finding.Of(FindingKind.RobotCardTwice));
        return reply;
    }

    private RobotReply? ParseStream(string type)
    {
        if (root.Object("stream") is not { } stream)
            return Wrong(FindingKind.MessageMissingPart, "stream");
        var id = stream.Text("id") ?? "";
        if (id.Length == 0)
            return Wrong(FindingKind.MessageMissingPart, "stream.id");
        if (before?.StreamId is { } known && known != id)
            return Wrong(FindingKind.RobotStreamOtherId, id, known);
        var content = stream.Text("content");
        if (content is not null && Utf8.Count(content) > MaxContentBytes)
            return Wrong(FindingKind.RobotStreamTooLong, Utf8.Count(content), MaxContentBytes);

        var isFinished = ReadFinish(stream);
        if (Problem is not null || ReadPictures(stream, isFinished) is not { } pictures || !TryReadFeedback(stream, "stream", out var feedbackId))
            return null;
        if (content?.Length < before?.Content?.Length && !before.Content.StartsWith(content, StringComparison.Ordinal))
            _notes.Add(Finding.Of(FindingKind.RobotStreamShrank));

        return (before ?? new() { Type = type }) with
        {
            Type = before?.Card is null ? type : before.Type,
            StreamId = id,
            Content = content ?? before?.Content ?? "",
            IsFinished = isFinished,
            MediaIds = [.. pictures.Select(picture => media.Add(MediaKind.Image, null, picture).MediaId)],
            FeedbackId = before is null ? feedbackId : before.FeedbackId,
        };
    }

    private bool ReadFinish(JsonObject stream)
    {
        switch (stream["finish"]?.GetValueKind())
        {
            case JsonValueKind.True:
                return true;
            case null or JsonValueKind.False:
                return false;
            default:
                Wrong(FindingKind.RobotFieldType, "stream.finish", "true or false");
                return false;
        }
    }

    private List<byte[]>? ReadPictures(JsonObject stream, bool isFinished)
    {
        var items = stream.Objects("msg_item") ?? [];
        if (items.Count > 0 && !isFinished)
        {
            Wrong(FindingKind.RobotPicturesEarly);
            return null;
        }
        if (items.Count > MaxPictures)
        {
            Wrong(FindingKind.RobotPictures, items.Count, MaxPictures);
            return null;
        }
        List<byte[]> pictures = [];
        foreach (var item in items)
        {
            if (item.Text("msgtype") != "image" || ReadPicture(item.Object("image")) is not { } picture)
            {
                Wrong(FindingKind.RobotPicture, pictures.Count + 1);
                return null;
            }
            pictures.Add(picture);
        }
        return pictures;
    }

    private static byte[]? ReadPicture(JsonObject? image)
    {
        var base64 = image?.Text("base64") ?? "";
        var picture = new byte[base64.Length];
        if (!Convert.TryFromBase64String(base64, picture, out var length) || length is 0 or > MaxPictureBytes)
            return null;
        picture = picture[..length];
        return MediaFormat.Of(picture)?.FitsUpload(MediaKind.Image) == true
            && string.Equals(Checksum(picture), image!.Text("md5"), StringComparison.OrdinalIgnoreCase) ? picture : null;
    }

    private bool TryReadFeedback(JsonObject from, string where, out string? feedbackId)
    {
        feedbackId = from.Object("feedback")?.Text("id");
        if (feedbackId is not null && Utf8.Count(feedbackId) is 0 or > MaxFeedbackIdBytes)
        {
            Wrong(FindingKind.RobotFeedbackId, $"{where}.feedback.id", MaxFeedbackIdBytes);
            return false;
        }
        if (feedbackId is not null && before?.StreamId is not null && before.FeedbackId != feedbackId)
            _notes.Add(Finding.Of(FindingKind.RobotFeedbackLate));
        return true;
    }

    private RobotReply? ParseCard(RobotReply reply)
    {
        if (root.Object("template_card") is not { } content)
            return Wrong(FindingKind.MessageMissingPart, "template_card");
        var card = ContentReader.ReadCard(content);
        if (CardRules.FindProblem(card) is { } error)
            return Wrong(FindingKind.RobotCard, error.Code, error.Message);
        return TryReadFeedback(content, "template_card", out var feedbackId)
            ? reply with { Card = card, FeedbackId = reply.FeedbackId ?? feedbackId }
            : null;
    }

    private RobotReply? ParseUpdate()
    {
        if (root.Text("response_type") != "update_template_card")
            return Wrong(FindingKind.RobotTypeOfCardClick, root.Text("response_type") ?? root.Text("msgtype") ?? "");
        if (root.Object("template_card") is not { } content)
            return Wrong(FindingKind.MessageMissingPart, "template_card");
        var card = ContentReader.ReadCard(content);
        if (CardRules.FindProblem(card, isUpdate: true) is { } error)
            return Wrong(FindingKind.RobotCard, error.Code, error.Message);
        if (card.TaskId != before?.Card?.TaskId)
            return Wrong(FindingKind.RobotTaskId, card.TaskId ?? "", before?.Card?.TaskId ?? "");
        return TryReadFeedback(content, "template_card", out var feedbackId)
            ? new() { Type = "update_template_card", Card = card, FeedbackId = feedbackId, UpdatesFor = root.Texts("userids") ?? [] }
            : null;
    }

    private RobotReply? Wrong(FindingKind kind, params IReadOnlyList<object> arguments)
    {
        Problem ??= Finding.Of(kind, arguments);
        return null;
    }

#pragma warning disable CA5351 // The platform compares pictures by MD5; it protects nothing.
    private static string Checksum(byte[] bytes) => Convert.ToHexStringLower(MD5.HashData(bytes));
#pragma warning restore CA5351
}
