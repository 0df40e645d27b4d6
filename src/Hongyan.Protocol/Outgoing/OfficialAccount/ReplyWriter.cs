using System.Buffers;
using Hongyan.Protocol;

namespace Hongyan.OfficialAccount;

/// <summary>Writes a passive reply as the XML that an Official Account reads, before it goes into the envelope of the account's mode.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Message_Management/Passive_user_reply_message.html.</remarks>
public static class ReplyWriter
{
    /// <summary>Checks the reply against the platform's limits and writes it. Nothing is written when it throws.</summary>
    /// <param name="reply">The reply. <see cref="Reply.None"/> cannot be written: it is answered with an empty body.</param>
    /// <param name="header">Whom it goes to, and whether it answers an event.</param>
    /// <param name="output">Receives UTF-8.</param>
    /// <exception cref="FieldLimitException">A field is too long, empty or out of range; the message names it.</exception>
    /// <exception cref="HongyanException">An Official Account has no such reply.</exception>
    /// <exception cref="ArgumentException">The reply is <see cref="Reply.None"/>.</exception>
    public static void Write(Reply reply, in ReplyHeader header, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(output);
        if (reply == Reply.None)
            throw new ArgumentException("Reply.None is answered with an empty body; there is nothing to write.", nameof(reply));
        var messageType = MessageType(reply);
        ReplyLimits.Check(reply, header.AnswersEvent);

        var xml = new XmlReplyWriter(output);
        ReplyDocument.Open(xml, header, messageType);
        WriteBody(xml, reply);
        xml.Close("xml"u8);
    }

    private static ReadOnlySpan<byte> MessageType(Reply reply) => reply switch
    {
        MusicReply => "music"u8,
        TransferCustomerServiceReply => "transfer_customer_service"u8,
        _ when ReplyDocument.MessageType(reply) is { IsEmpty: false } shared => shared,
        _ => throw ReplyDocument.NotOf(reply, "an Official Account (公众号)", "text, image, voice, video, music, news and the transfer to customer service"),
    };

    private static void WriteBody(XmlReplyWriter xml, Reply reply)
    {
        switch (reply)
        {
            case MusicReply music:
                xml.Open("Music"u8);
                xml.OptionalText("Title"u8, music.Title);
                xml.OptionalText("Description"u8, music.Description);
                xml.OptionalText("MusicUrl"u8, music.MusicUrl);
                xml.OptionalText("HQMusicUrl"u8, music.HighQualityMusicUrl);
                xml.Text("ThumbMediaId"u8, music.ThumbMediaId);
                xml.Close("Music"u8);
                break;
            case TransferCustomerServiceReply transfer:
                if (!string.IsNullOrEmpty(transfer.ServiceAccount))
                    ReplyDocument.WriteOne(xml, "TransInfo"u8, "KfAccount"u8, transfer.ServiceAccount);
                break;
            default:
                ReplyDocument.WriteBody(xml, reply);
                break;
        }
    }
}
