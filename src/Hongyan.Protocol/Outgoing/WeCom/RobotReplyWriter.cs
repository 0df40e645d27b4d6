using System.Buffers;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>Writes the answer of a robot (智能机器人) as the JSON that WeCom reads, before it goes into the envelope.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/101031.</remarks>
public static class RobotReplyWriter
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Whether the platform takes this reply as the answer to what arrived: text, streams and cards for a message, text and cards for a
    /// person who opens the chat, the update of a card for a click on it.
    /// </summary>
    public static bool CanAnswer(Incoming incoming, Reply reply) => incoming switch
    {
        IncomingMessage => reply is TextReply or StreamReply or TemplateCardReply,
        EnterChatEvent => reply is TextReply or TemplateCardReply,
        TemplateCardEvent => reply is UpdateTemplateCardReply,
        _ => false,
    };

    /// <summary>Checks a reply against the platform's limits and writes it as a whole answer. Nothing is written when it throws.</summary>
    /// <param name="reply">The reply, one that <see cref="CanAnswer"/> the message.</param>
    /// <param name="incoming">What arrived.</param>
    /// <param name="streamId">The id of the stream that a text becomes.</param>
    /// <param name="isStreaming">Whether the stream has begun, so that this ends it.</param>
    /// <param name="output">Receives UTF-8.</param>
    /// <exception cref="FieldLimitException">A field is too long, empty or out of range; the message names it.</exception>
    /// <exception cref="ArgumentException">The platform does not take this reply here.</exception>
    public static void Write(Reply reply, Incoming incoming, string streamId, bool isStreaming, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(incoming);
        ArgumentNullException.ThrowIfNull(output);
        if (!CanAnswer(incoming, reply))
            throw new ArgumentException($"A robot cannot answer a {incoming.GetType().Name} with a {reply.GetType().Name}.", nameof(reply));
        RobotReplyLimits.Check(reply);

        using var json = new Utf8JsonWriter(output, Readable);
        json.WriteStartObject();
        switch (reply)
        {
            case TextReply text when incoming is EnterChatEvent:
                json.WriteString("msgtype"u8, "text"u8);
                json.WriteStartObject("text"u8);
                json.WriteString("content"u8, text.Content);
                json.WriteEndObject();
                break;
            case TextReply text:
                WriteFinished(json, streamId, new StreamReply(text.Content), isStreaming);
                break;
            case StreamReply stream:
                WriteFinished(json, streamId, stream, isStreaming);
                break;
            case TemplateCardReply card when isStreaming:
                WriteFinished(json, streamId, new StreamReply("") { Card = card.Card }, isStreaming);
                break;
            case TemplateCardReply card:
                json.WriteString("msgtype"u8, "template_card"u8);
                WriteCard(json, card.Card, card.FeedbackId);
                break;
            case UpdateTemplateCardReply update:
                WriteUpdate(json, update, (TemplateCardEvent)incoming);
                break;
        }
        json.WriteEndObject();
    }

    /// <summary>Writes a stream as it stands now (流式消息): the text as a whole, which replaces what was shown before.</summary>
    /// <param name="streamId">The stream.</param>
    /// <param name="content">Markdown, at most 20480 bytes of UTF-8.</param>
    /// <param name="isFinished">Whether it ends here, so that the platform asks no more.</param>
    /// <param name="output">Receives UTF-8.</param>
    public static void WriteStream(string streamId, string content, bool isFinished, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        using var json = new Utf8JsonWriter(output, Readable);
        json.WriteStartObject();
        json.WriteString("msgtype"u8, "stream"u8);
        json.WriteStartObject("stream"u8);
        WriteState(json, streamId, content, isFinished);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteState(Utf8JsonWriter json, string streamId, string content, bool isFinished)
    {
        json.WriteString("id"u8, streamId);
        json.WriteBoolean("finish"u8, isFinished);
        json.WriteString("content"u8, content);
    }

    private static void WriteFinished(Utf8JsonWriter json, string streamId, StreamReply reply, bool isStreaming)
    {
        json.WriteString("msgtype"u8, reply.Card is null ? "stream"u8 : "stream_with_template_card"u8);
        json.WriteStartObject("stream"u8);
        WriteState(json, streamId, reply.Content ?? "", isFinished: true);
        if (reply.Pictures.Count > 0)
            WritePictures(json, reply.Pictures);
        if (!isStreaming)
            WriteFeedback(json, reply.FeedbackId);
        json.WriteEndObject();
        if (reply.Card is { } card)
            WriteCard(json, card, feedbackId: null);
    }

    private static void WritePictures(Utf8JsonWriter json, IReadOnlyList<ReadOnlyMemory<byte>> pictures)
    {
        json.WriteStartArray("msg_item"u8);
        foreach (var picture in pictures)
        {
            json.WriteStartObject();
            json.WriteString("msgtype"u8, "image"u8);
            json.WriteStartObject("image"u8);
            json.WriteBase64String("base64"u8, picture.Span);
            json.WriteString("md5"u8, Checksum(picture.Span));
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteCard(Utf8JsonWriter json, TemplateCard card, string? feedbackId)
    {
        json.WriteStartObject("template_card"u8);
        TemplateCardJson.WriteFields(json, card);
        WriteFeedback(json, feedbackId);
        json.WriteEndObject();
    }

    private static void WriteUpdate(Utf8JsonWriter json, UpdateTemplateCardReply update, TemplateCardEvent click)
    {
        json.WriteString("response_type"u8, "update_template_card"u8);
        json.WriteStrings("userids"u8, update.UserIds);
        // The platform finds the card by the task id it was sent with.
        WriteCard(json, click.TaskId.Length > 0 ? update.Card with { TaskId = click.TaskId } : update.Card, feedbackId: null);
    }

    private static void WriteFeedback(Utf8JsonWriter json, string? feedbackId)
    {
        if (string.IsNullOrEmpty(feedbackId))
            return;
        json.WriteStartObject("feedback"u8);
        json.WriteString("id"u8, feedbackId);
        json.WriteEndObject();
    }

#pragma warning disable CA5351 // The platform wants MD5 to notice bytes that were damaged on the way; it protects nothing.
    private static string Checksum(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(MD5.HashData(bytes));
#pragma warning restore CA5351
}
