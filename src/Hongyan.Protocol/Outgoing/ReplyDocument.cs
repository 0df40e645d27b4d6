using System.Buffers;

namespace Hongyan.Protocol;

/// <summary>The XML of a passive reply, as far as both platforms have it alike.</summary>
internal static class ReplyDocument
{
    /// <summary>The value of MsgType; empty for a kind that only one platform has.</summary>
    public static ReadOnlySpan<byte> MessageType(Reply reply) => reply switch
    {
        TextReply => "text"u8,
        ImageReply => "image"u8,
        VoiceReply => "voice"u8,
        VideoReply => "video"u8,
        NewsReply => "news"u8,
        _ => default,
    };

    /// <summary>Opens the document and writes its header.</summary>
    public static void Open(XmlReplyWriter xml, in ReplyHeader header, ReadOnlySpan<byte> messageType)
    {
        xml.Open("xml"u8);
        xml.Text("ToUserName"u8, header.ToUser);
        xml.Text("FromUserName"u8, header.FromUser);
        xml.Number("CreateTime"u8, header.CreatedAt.ToUnixTimeSeconds());
        xml.Text("MsgType"u8, messageType);
    }

    /// <summary>Writes what is particular to one kind; nothing for a kind that only one platform has.</summary>
    public static void WriteBody(XmlReplyWriter xml, Reply reply)
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
        }
    }

    /// <summary>An element with one child.</summary>
    public static void WriteOne(XmlReplyWriter xml, ReadOnlySpan<byte> element, ReadOnlySpan<byte> child, string text)
    {
        xml.Open(element);
        xml.Text(child, text);
        xml.Close(element);
    }

    /// <summary>Says that a platform has no such reply.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="platform">The platform's name.</param>
    /// <param name="kinds">What it has.</param>
    /// <param name="advice">What to do instead.</param>
    public static HongyanException NotOf(Reply reply, string platform, string kinds, string advice = "Return one of these here.") =>
        new($"{reply.GetType().Name} is no passive reply of {platform}, which takes {kinds}. {advice}");

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
