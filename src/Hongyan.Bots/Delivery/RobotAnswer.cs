using System.Globalization;
using System.Text;
using Hongyan.Storage;
using Hongyan.WeCom;

namespace Hongyan;

/// <summary>
/// How a robot's answer leaves: as much as fits into the bubble, the rest in the one message that <c>response_url</c> takes, and all of it
/// there where nobody asks for the stream any more.
/// </summary>
internal static class RobotAnswer
{
    /// <summary>Until then the bubble has its end: the platform asks about once a second.</summary>
    private static readonly TimeSpan UntilTheBubbleEnds = TimeSpan.FromSeconds(3);

    /// <summary>What the bubble ends with. A stream that has begun has to end with something.</summary>
    /// <param name="run">The message.</param>
    /// <param name="reply">What the handler returned, or what is said where it failed.</param>
    /// <param name="hasFailed">Whether it failed.</param>
    /// <param name="isStreaming">Whether the platform was told of the stream.</param>
    /// <param name="texts">What the library says.</param>
    public static Reply End(HandlerRun run, Reply reply, bool hasFailed, bool isStreaming, BotTexts texts)
    {
        if (reply == Reply.None && isStreaming)
            reply = texts.Get(hasFailed ? "StreamFailed" : "StreamDone");
        // What was read already stays; the error stands below it.
        return hasFailed && reply is TextReply error && run.Delivery.Said is { Length: > 0 } said ? new TextReply($"{said}\n\n{error.Content}") : reply;
    }

    /// <summary>As much of the reply as fits into the bubble.</summary>
    /// <param name="run">The message.</param>
    /// <param name="reply">The whole reply.</param>
    /// <param name="address">Where the rest may go; null where it cannot.</param>
    /// <param name="rest">The rest as a message of its own; null where there is none.</param>
    public static Reply Fit(HandlerRun run, Reply reply, Uri? address, out OutgoingMessage? rest)
    {
        rest = null;
        if (ContentOf(reply) is not { Length: > StreamReply.MaxBytes / 3 } content || run.Incoming is not IncomingMessage)
            return reply;
        var pieces = Utf8Limit.Split(content, StreamReply.MaxBytes);
        if (pieces.Count == 1)
            return reply;
        if (address is null)
            return WithContent(reply, Utf8Limit.Cut(content, StreamReply.MaxBytes));
        rest = new OutgoingMessage(run.Delivery.Conversation, new TextReply(Utf8Limit.Cut(content[pieces[0].Length..], StreamReply.MaxBytes)))
        {
            ReplyTo = address,
            Delay = UntilTheBubbleEnds,
        };
        return WithContent(reply, pieces[0]);
    }

    /// <summary>
    /// The reply as the one message of <c>response_url</c>, which is a text or a card: of a stream with both, the text. Null where it is neither, or
    /// there is no such address.
    /// </summary>
    /// <param name="run">The message.</param>
    /// <param name="reply">The whole reply.</param>
    /// <param name="address">Where it goes.</param>
    /// <param name="texts">What the library says: the text ends with what is missing.</param>
    /// <param name="leftBehind">What no such message takes, for the log; null where that is nothing.</param>
    public static OutgoingMessage? Late(HandlerRun run, Reply reply, Uri? address, BotTexts texts, out string? leftBehind)
    {
        leftBehind = null;
        if (address is null)
            return null;
        Reply? message = reply is StreamReply stream ? Late(stream, texts, out leftBehind)
            : ContentOf(reply) is { Length: > 0 } content ? new TextReply(Utf8Limit.Cut(content, StreamReply.MaxBytes))
            : reply as TemplateCardReply;
        return message is null ? null : new OutgoingMessage(run.Delivery.Conversation, message) { ReplyTo = address };
    }

    private static Reply Late(StreamReply stream, BotTexts texts, out string? leftBehind)
    {
        var pictures = stream.Pictures.Count;
        if (string.IsNullOrEmpty(stream.Content) && stream.Card is { } only)
        {
            leftBehind = pictures > 0 ? $"{pictures} pictures" : null;
            return new TemplateCardReply(only);
        }
        // Pictures go into the end of a stream and nowhere else; whoever asked at least reads that there were some.
        List<string> missing = [];
        if (pictures > 0)
            missing.Add(string.Format(CultureInfo.CurrentCulture, texts.Get("LatePictures"), pictures));
        if (stream.Card is not null)
            missing.Add(texts.Get("LateCard"));
        leftBehind = missing.Count == 0 ? null : (pictures, stream.Card) switch
        {
            (0, _) => "a card",
            (_, null) => $"{pictures} pictures",
            _ => $"{pictures} pictures and a card",
        };
        var notice = string.Join('\n', missing);
        if (string.IsNullOrEmpty(stream.Content))
            return new TextReply(notice);
        var end = notice.Length == 0 ? "" : $"\n\n{notice}";
        return new TextReply(Utf8Limit.Cut(stream.Content, StreamReply.MaxBytes - Encoding.UTF8.GetByteCount(end)) + end);
    }

    private static string? ContentOf(Reply reply) => reply switch
    {
        TextReply text => text.Content,
        StreamReply stream => stream.Content,
        _ => null,
    };

    private static Reply WithContent(Reply reply, string content) => reply switch
    {
        StreamReply stream => stream with { Content = content },
        TextReply text => text with { Content = content },
        _ => reply,
    };
}
