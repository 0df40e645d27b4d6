using System.Buffers;
using System.Diagnostics;
using Hongyan.Protocol;

namespace Hongyan.WeCom;

/// <summary>Writes a passive reply as the XML that WeCom reads, before it goes into the envelope.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90241.</remarks>
public static class ReplyWriter
{
    /// <summary>Checks the reply against the platform's limits and writes it. Nothing is written when it throws.</summary>
    /// <param name="reply">The reply. <see cref="Reply.None"/> cannot be written: it is answered with an empty body.</param>
    /// <param name="header">Whom it goes to.</param>
    /// <param name="output">Receives UTF-8.</param>
    /// <exception cref="FieldLimitException">A field is too long, empty or out of range; the message names it.</exception>
    /// <exception cref="ArgumentException">The reply is <see cref="Reply.None"/>.</exception>
    public static void Write(Reply reply, in ReplyHeader header, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(output);
        if (reply == Reply.None)
            throw new ArgumentException("Reply.None is answered with an empty body; there is nothing to write.", nameof(reply));
        ReplyLimits.Check(reply);

        var xml = new XmlReplyWriter(output);
        xml.Open("xml"u8);
        xml.Text("ToUserName"u8, header.ToUser);
        xml.Text("FromUserName"u8, header.FromUser);
        xml.Number("CreateTime"u8, header.CreatedAt.ToUnixTimeSeconds());
        xml.Text("MsgType"u8, MessageType(reply));
        WriteBody(xml, reply);
        xml.Close("xml"u8);
    }

    private static ReadOnlySpan<byte> MessageType(Reply reply) => reply switch
    {
        TextReply => "text"u8,
        ImageReply => "image"u8,
        VoiceReply => "voice"u8,
        VideoReply => "video"u8,
        NewsReply => "news"u8,
        UpdateButtonReply => "update_button"u8,
        UpdateTaskCardReply => "update_taskcard"u8,
        UpdateTemplateCardReply => "update_template_card"u8,
        _ => throw new UnreachableException(),
    };

    private static void WriteBody(XmlReplyWriter xml, Reply reply)
    {
        switch (reply)
        {
            case TextReply text:
                xml.Text("Content"u8, text.Content);
                break;
            case ImageReply image:
                WriteOne(xml, "Image"u8, "MediaId"u8, image.MediaId);
                break;
            case VoiceReply voice:
                WriteOne(xml, "Voice"u8, "MediaId"u8, voice.MediaId);
                break;
            case VideoReply video:
                xml.Open("Video"u8);
                xml.Text("MediaId"u8, video.MediaId);
                xml.OptionalText("Title"u8, video.Title);
                xml.OptionalText("Description"u8, video.Description);
                xml.Close("Video"u8);
                break;
            case NewsReply news:
                WriteArticles(xml, news.Articles);
                break;
            case UpdateButtonReply button:
                WriteOne(xml, "Button"u8, "ReplaceName"u8, button.ButtonText);
                break;
            case UpdateTaskCardReply task:
                WriteOne(xml, "TaskCard"u8, "ReplaceName"u8, task.ButtonText);
                break;
            case UpdateTemplateCardReply update:
                TemplateCardWriter.Write(xml, update.Card);
                break;
        }
    }

    private static void WriteOne(XmlReplyWriter xml, ReadOnlySpan<byte> element, ReadOnlySpan<byte> child, string text)
    {
        xml.Open(element);
        xml.Text(child, text);
        xml.Close(element);
    }

    private static void WriteArticles(XmlReplyWriter xml, IReadOnlyList<NewsArticle> articles)
    {
        xml.Number("ArticleCount"u8, articles.Count);
        xml.Open("Articles"u8);
        foreach (var article in articles)
        {
            // The platform's samples have all four, empty or not.
            xml.Open("item"u8);
            xml.Text("Title"u8, article.Title);
            xml.Text("Description"u8, article.Description ?? "");
            xml.Text("PicUrl"u8, article.PictureUrl ?? "");
            xml.Text("Url"u8, article.Url ?? "");
            xml.Close("item"u8);
        }
        xml.Close("Articles"u8);
    }
}
