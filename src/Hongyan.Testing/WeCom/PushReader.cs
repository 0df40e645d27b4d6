using System.Text.Json.Nodes;

namespace Hongyan.Testing;

/// <summary>Reads an active message (主动消息) as the person sees it.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90236.</remarks>
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
            _ => throw new BotTestException($"The bot sent a message of type '{type}', which the test host does not show yet."),
        };
    }
}
