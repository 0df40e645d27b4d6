using System.Text.Json.Nodes;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>Reads a customer message (客服消息) as the platform does.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Message_Management/Service_Center_messages.html.</remarks>
internal sealed class CustomerMessageReader(MediaStore media)
{
    private const int TextBytes = 2048;

    /// <summary>The message, or what is wrong with it.</summary>
    public (ActiveMessage? Message, ApiError? Error) Read(ApiRequest request)
    {
        var type = request.Body.Text("msgtype") ?? "";
        if (request.Body.Object(type) is not { } content)
            return (null, type == "text" ? OfficialAccountErrors.EmptyText : OfficialAccountErrors.MessageType);

        var message = new ActiveMessage { MsgId = "", CallId = request.CallId, Type = type };
        return type switch
        {
            "text" => Text(message, content),
            "image" or "voice" => Media(message, content, "media_id"),
            "mpnews" => Media(message, content, "media_id"),
            "video" => Video(message, content),
            "music" => Music(message, content),
            "news" => News(message, content),
            "mpnewsarticle" => Required(content, "article_id", id => message with { Title = id }),
            "msgmenu" => Menu(message, content),
            "wxcard" => Required(content, "card_id", id => message with { Title = id }),
            "miniprogrampage" => Page(message, content),
            _ => (null, OfficialAccountErrors.MessageType),
        };
    }

    private static (ActiveMessage?, ApiError?) Text(ActiveMessage message, JsonObject content)
    {
        var text = content.Text("content") ?? "";
        return text.Length == 0 ? (null, OfficialAccountErrors.EmptyText)
            : Utf8.Count(text) > TextBytes ? (null, OfficialAccountErrors.ContentSize)
            : (message with { Content = text }, null);
    }

    private (ActiveMessage?, ApiError?) Media(ActiveMessage message, JsonObject content, string field) =>
        content.Text(field) is not { Length: > 0 } mediaId ? (null, OfficialAccountErrors.NoMediaId)
        : media.FindValid(mediaId) is null ? (null, OfficialAccountErrors.MediaId)
        : (message with { MediaId = mediaId }, null);

    private (ActiveMessage?, ApiError?) Video(ActiveMessage message, JsonObject content)
    {
        var (video, error) = Media(message, content, "media_id");
        return video is null ? (null, error) : (video with { Title = content.Text("title"), Description = content.Text("description") }, null);
    }

    private (ActiveMessage?, ApiError?) Music(ActiveMessage message, JsonObject content)
    {
        var (music, error) = Media(message, content, "thumb_media_id");
        return music is null ? (null, error) : (music with
        {
            MediaId = null,
            Title = content.Text("title"),
            Description = content.Text("description"),
            Music = new(content.Text("musicurl") ?? "", content.Text("hqmusicurl") ?? "", music.MediaId!),
        }, null);
    }

    private static (ActiveMessage?, ApiError?) News(ActiveMessage message, JsonObject content) => (content.Objects("articles") ?? []) switch
    {
        [] => (null, OfficialAccountErrors.EmptyNews),
        [var article] => (message with
        {
            Articles = [new(article.Text("title") ?? "", article.Text("description") ?? "", article.Text("picurl") ?? "", article.Text("url") ?? "")],
        }, null),
        _ => (null, OfficialAccountErrors.ArticleSize),
    };

    private static (ActiveMessage?, ApiError?) Menu(ActiveMessage message, JsonObject content) => (content.Objects("list") ?? []) switch
    {
        [] => (null, OfficialAccountErrors.EmptyText),
        var items => (message with
        {
            Menu = new(
                content.Text("head_content") ?? "", [.. items.Select(item => new MessageMenuItem(item.Text("id") ?? "", item.Text("content") ?? ""))],
                content.Text("tail_content") ?? ""),
        }, null),
    };

    private (ActiveMessage?, ApiError?) Page(ActiveMessage message, JsonObject content)
    {
        if (string.IsNullOrEmpty(content.Text("appid")))
            return (null, OfficialAccountErrors.AppId);
        var (page, error) = Media(message, content, "thumb_media_id");
        return page is null ? (null, error) : (page with
        {
            Title = content.Text("title"), AppId = content.Text("appid"), PagePath = content.Text("pagepath"),
        }, null);
    }

    private static (ActiveMessage?, ApiError?) Required(JsonObject content, string field, Func<string, ActiveMessage> make) =>
        content.Text(field) is { Length: > 0 } value ? (make(value), null) : (null, OfficialAccountErrors.Parameter);
}
