using System.Buffers;
using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>Writes a passive reply as the XML that WeCom reads, before it goes into the envelope.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90241.</remarks>
public static class ReplyWriter
{
    private const string Name = "WeCom (企业微信)";
    private const string Kinds = "text, image, voice, video, news and card updates";

    /// <summary>Checks the reply against the platform's limits and writes it. Nothing is written when it throws.</summary>
    /// <param name="reply">The reply. <see cref="Reply.None"/> cannot be written: it is answered with an empty body.</param>
    /// <param name="header">Whom it goes to.</param>
    /// <param name="output">Receives UTF-8.</param>
    /// <exception cref="FieldLimitException">A field is too long, empty or out of range; the message names it.</exception>
    /// <exception cref="HongyanException">WeCom has no such reply.</exception>
    /// <exception cref="ArgumentException">The reply is <see cref="Reply.None"/>.</exception>
    public static void Write(Reply reply, in ReplyHeader header, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(output);
        if (reply == Reply.None)
            throw new ArgumentException("Reply.None is answered with an empty body; there is nothing to write.", nameof(reply));
        var messageType = MessageType(reply);
        ReplyLimits.Check(reply);

        var xml = new XmlReplyWriter(output);
        ReplyDocument.Open(xml, header, messageType);
        WriteBody(xml, reply);
        xml.Close("xml"u8);
    }

    private static ReadOnlySpan<byte> MessageType(Reply reply) => reply switch
    {
        UpdateButtonReply => "update_button"u8,
        UpdateTaskCardReply => "update_taskcard"u8,
        UpdateTemplateCardReply => "update_template_card"u8,
        _ when ReplyDocument.MessageType(reply) is { IsEmpty: false } shared => shared,
        TemplateCardReply => throw ReplyDocument.NotOf(reply, Name, Kinds, "Send it as a message of its own: await ctx.SendAsync(card)."),
        _ => throw ReplyDocument.NotOf(reply, Name, Kinds),
    };

    private static void WriteBody(XmlReplyWriter xml, Reply reply)
    {
        switch (reply)
        {
            case UpdateButtonReply button:
                ReplyDocument.WriteOne(xml, "Button"u8, "ReplaceName"u8, button.ButtonText);
                break;
            case UpdateTaskCardReply task:
                ReplyDocument.WriteOne(xml, "TaskCard"u8, "ReplaceName"u8, task.ButtonText);
                break;
            case UpdateTemplateCardReply update:
                TemplateCardWriter.Write(xml, update.Card);
                break;
            default:
                ReplyDocument.WriteBody(xml, reply);
                break;
        }
    }
}
