using System.Text.Json.Nodes;

namespace Hongyan.Testing;

/// <summary>Reads an active message (主动消息) as the person sees it.</summary>
/// <remarks>
/// Sources: developer.work.weixin.qq.com/document/path/90236, /101138 (robots);
/// developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html.
/// </remarks>
internal static class PushReader
{
    public static BotReply Read(JsonObject message)
    {
        var type = (string?)message["msgtype"] ?? "";
        var content = message[type];
        return type switch
        {
            "text" => new BotReply { Kind = BotReplyKind.Text, Text = (string?)content?["content"], Push = message },
            "image" => new BotReply { Kind = BotReplyKind.Image, MediaId = (string?)content?["media_id"], Push = message },
            "voice" => new BotReply { Kind = BotReplyKind.Voice, MediaId = (string?)content?["media_id"], Push = message },
            "file" => new BotReply { Kind = BotReplyKind.File, MediaId = (string?)content?["media_id"], Push = message },
            "video" => new BotReply
            {
                Kind = BotReplyKind.Video,
                MediaId = (string?)content?["media_id"],
                Title = (string?)content?["title"],
                Description = (string?)content?["description"],
                Push = message,
            },
            "news" => new BotReply
            {
                Kind = BotReplyKind.News,
                Articles =
                [
                    .. (content?["articles"]?.AsArray() ?? []).Select(article => new BotReplyArticle(
                        (string?)article?["title"] ?? "", (string?)article?["description"] ?? "", (string?)article?["url"] ?? "", (string?)article?["picurl"] ?? "")),
                ],
                Push = message,
            },
            "markdown" => new BotReply { Kind = BotReplyKind.Markdown, Text = (string?)content?["content"], Push = message },
            "textcard" => new BotReply { Kind = BotReplyKind.TextCard, Title = (string?)content?["title"], Description = (string?)content?["description"], Push = message },
            "template_card" => new BotReply
            {
                Kind = BotReplyKind.TemplateCard,
                CardType = (string?)content?["card_type"],
                Title = (string?)content?["main_title"]?["title"],
                Description = (string?)content?["main_title"]?["desc"],
                Push = message,
            },
            "music" => new BotReply
            {
                Kind = BotReplyKind.Music,
                Title = (string?)content?["title"],
                Description = (string?)content?["description"],
                MusicUrl = (string?)content?["musicurl"],
                HighQualityMusicUrl = (string?)content?["hqmusicurl"],
                Push = message,
            },
            "mpnews" => new BotReply
            {
                Kind = BotReplyKind.HostedNews, Title = (string?)content?["articles"]?[0]?["title"], MediaId = (string?)content?["media_id"], Push = message,
            },
            "mpnewsarticle" => new BotReply { Kind = BotReplyKind.PublishedArticle, Title = (string?)content?["article_id"], Push = message },
            "msgmenu" => new BotReply { Kind = BotReplyKind.MessageMenu, Title = (string?)content?["head_content"], Push = message },
            "wxcard" => new BotReply { Kind = BotReplyKind.Coupon, Title = (string?)content?["card_id"], Push = message },
            "miniprogrampage" => new BotReply { Kind = BotReplyKind.MiniProgramPage, Title = (string?)content?["title"], Push = message },
            "miniprogram_notice" => new BotReply
            {
                Kind = BotReplyKind.MiniProgramNotice, Title = (string?)content?["title"], Description = (string?)content?["description"], Push = message,
            },
            _ => throw new BotTestException($"The bot sent a message of type '{type}', which the test host does not show yet."),
        };
    }

    /// <summary>What a robot sends through <c>response_url</c>: its markdown reads as the text of a stream does.</summary>
    public static BotReply ReadRobot(JsonObject message)
    {
        var reply = (string?)message["msgtype"] is "markdown" or "template_card"
            ? Read(message)
            : throw new BotTestException($"The robot sent a message of type '{message["msgtype"]}' through response_url, which takes markdown and template_card.");
        var feedbackId = (string?)message[(string)message["msgtype"]!]?["feedback"]?["id"];
        return reply with { Kind = reply.Kind == BotReplyKind.Markdown ? BotReplyKind.Text : reply.Kind, FeedbackId = feedbackId };
    }
}
