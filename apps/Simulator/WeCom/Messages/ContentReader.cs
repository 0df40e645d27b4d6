using System.Text.Json;
using System.Text.Json.Nodes;

namespace Hongyan.Simulator.WeCom;

/// <summary>Reads what a call sends, as the platform does: it cuts what is too long for a title, and refuses what it cannot show.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/90236.</remarks>
internal sealed class ContentReader(MediaStore media)
{
    private const int TextBytes = 2048;
    private const int TitleBytes = 128;
    private const int DescriptionBytes = 512;
    private const int TitleCharacters = 128;
    private const int DescriptionCharacters = 512;
    private const int UrlBytes = 2048;
    private const int AuthorBytes = 64;
    private const int HtmlBytes = 666 * 1024;
    private const int MaxArticles = 8;
    private const int MaxNoticeItems = 10;
    private const int ButtonCharacters = 4;

    private static readonly JsonSerializerOptions CardOptions = new() { NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowReadingFromString };

    /// <summary>The message, or what is wrong with it.</summary>
    public (ActiveMessage? Message, ApiError? Error) Read(ApiRequest request, ContentRules rules)
    {
        if (request.Body.Text("msgtype") is not { } type || !rules.Types.Contains(type))
            return (null, MessageErrors.WrongType);
        if (request.Body.Object(type) is not { } content)
            return (null, type == "text" ? MessageErrors.EmptyText : MessageErrors.WrongParameter);

        var message = new ActiveMessage { MsgId = "", CallId = request.CallId, Type = type };
        return type switch
        {
            "text" => Text(request, rules, message, content),
            "markdown" or "markdown_v2" => Markdown(rules, message, content),
            "image" or "voice" or "file" => Media(message, content),
            "video" => Video(request, message, content),
            "textcard" => TextCard(request, message, content),
            "news" => News(request, message, content),
            "mpnews" => MpNews(request, message, content),
            "miniprogram_notice" => Notice(message, content),
            _ => Card(message, content),
        };
    }

    /// <summary>A card, of a message or an update.</summary>
    /// <exception cref="JsonException">A field has another type.</exception>
    public static TemplateCard ReadCard(JsonObject card) => card.Deserialize<TemplateCard>(CardOptions)!;

    private static (ActiveMessage?, ApiError?) Text(ApiRequest request, ContentRules rules, ActiveMessage message, JsonObject content)
    {
        var text = content.Text("content") ?? "";
        if (string.IsNullOrWhiteSpace(text))
            return (null, MessageErrors.EmptyText);
        var bytes = Utf8.Count(text);
        if (bytes > TextBytes && rules.RefusesLongText)
            return (null, MessageErrors.Exceeds("text.content", TextBytes));
        if (bytes > TextBytes)
            request.Remark(Finding.Of(FindingKind.TextCut, bytes));
        return (message with { Content = Utf8.Cut(text, TextBytes), Mentioned = [.. content.Texts("mentioned_list") ?? [], .. content.Texts("mentioned_mobile_list") ?? []] }, null);
    }

    private static (ActiveMessage?, ApiError?) Markdown(ContentRules rules, ActiveMessage message, JsonObject content)
    {
        var text = content.Text("content") ?? "";
        if (string.IsNullOrWhiteSpace(text))
            return (null, MessageErrors.EmptyText);
        if (Utf8.Count(text) > rules.MarkdownBytes)
            return (null, rules.RefusesLongText ? MessageErrors.Exceeds($"{message.Type}.content", rules.MarkdownBytes) : MessageErrors.TooLong);
        return (message with { Content = text }, null);
    }

    private (ActiveMessage?, ApiError?) Media(ActiveMessage message, JsonObject content)
    {
        if (content.Text("media_id") is not { Length: > 0 } mediaId)
            return (null, WeComErrors.NoMediaId);
        return media.FindValid(mediaId) is null ? (null, MessageErrors.WrongMediaId) : (message with { MediaId = mediaId }, null);
    }

    private (ActiveMessage?, ApiError?) Video(ApiRequest request, ActiveMessage message, JsonObject content)
    {
        var (video, error) = Media(message, content);
        return error is not null ? (null, error) : (video! with
        {
            Title = CutBytes(request, "video.title", content.Text("title"), TitleBytes),
            Description = CutBytes(request, "video.description", content.Text("description"), DescriptionBytes),
        }, null);
    }

    private static (ActiveMessage?, ApiError?) TextCard(ApiRequest request, ActiveMessage message, JsonObject content)
    {
        if (string.IsNullOrEmpty(content.Text("title")))
            return (null, MessageErrors.NoTitle);
        if (string.IsNullOrEmpty(content.Text("description")))
            return (null, MessageErrors.NoDescription);
        if (FindUrlProblem(content.Text("url")) is { } problem)
            return (null, problem);
        return (message with
        {
            Title = CutCharacters(request, "textcard.title", content.Text("title")!, TitleCharacters),
            Description = CutCharacters(request, "textcard.description", content.Text("description")!, DescriptionCharacters),
            Url = content.Text("url"),
            ButtonText = content.Text("btntxt") is { Length: > 0 } button ? CutCharacters(request, "textcard.btntxt", button, ButtonCharacters) : "详情",
        }, null);
    }

    private static (ActiveMessage?, ApiError?) News(ApiRequest request, ActiveMessage message, JsonObject content)
    {
        var items = content.Objects("articles") ?? [];
        if (items.Count is 0 or > MaxArticles)
            return (null, MessageErrors.ArticleCount);
        List<Article> articles = [];
        foreach (var item in items)
        {
            if (string.IsNullOrEmpty(item.Text("title")))
                return (null, MessageErrors.NoTitle);
            var opensMiniProgram = !string.IsNullOrEmpty(item.Text("appid")) && !string.IsNullOrEmpty(item.Text("pagepath"));
            if (!opensMiniProgram && FindUrlProblem(item.Text("url")) is { } problem)
                return (null, problem);
            articles.Add(new(
                CutBytes(request, "news.articles.title", item.Text("title"), TitleBytes)!,
                CutBytes(request, "news.articles.description", item.Text("description"), DescriptionBytes) ?? "",
                item.Text("picurl") ?? "", item.Text("url") ?? ""));
        }
        return (message with { Articles = articles }, null);
    }

    private (ActiveMessage?, ApiError?) MpNews(ApiRequest request, ActiveMessage message, JsonObject content)
    {
        var items = content.Objects("articles") ?? [];
        if (items.Count is 0 or > MaxArticles)
            return (null, MessageErrors.ArticleCount);
        List<Article> articles = [];
        foreach (var item in items)
        {
            if (string.IsNullOrEmpty(item.Text("title")))
                return (null, MessageErrors.NoTitle);
            if (media.FindValid(item.Text("thumb_media_id") ?? "") is null)
                return (null, MessageErrors.WrongMediaId);
            if (string.IsNullOrEmpty(item.Text("content")))
                return (null, MessageErrors.EmptyText);
            if (Utf8.Count(item.Text("content")!) > HtmlBytes)
                return (null, MessageErrors.TooLong);
            if (Utf8.Count(item.Text("author") ?? "") > AuthorBytes)
                return (null, MessageErrors.AuthorLength);
            articles.Add(new(
                CutBytes(request, "mpnews.articles.title", item.Text("title"), TitleBytes)!,
                CutBytes(request, "mpnews.articles.digest", item.Text("digest"), DescriptionBytes) ?? "", "", item.Text("content_source_url") ?? "")
            {
                Author = item.Text("author"),
                Content = item.Text("content"),
                ThumbMediaId = item.Text("thumb_media_id"),
            });
        }
        return (message with { Articles = articles }, null);
    }

    private static (ActiveMessage?, ApiError?) Notice(ActiveMessage message, JsonObject content)
    {
        if (string.IsNullOrEmpty(content.Text("appid")) || string.IsNullOrEmpty(content.Text("title")))
            return (null, MessageErrors.WrongParameter);
        var items = content.Objects("content_item") ?? [];
        if (items.Count > MaxNoticeItems || items.Any(item => string.IsNullOrEmpty(item.Text("key")) || string.IsNullOrEmpty(item.Text("value"))))
            return (null, MessageErrors.WrongParameter);
        return (message with
        {
            AppId = content.Text("appid"),
            PagePath = content.Text("page"),
            Title = content.Text("title"),
            Description = content.Text("description"),
            EmphasizesFirstItem = content["emphasis_first_item"]?.GetValueKind() == JsonValueKind.True,
            Items = [.. items.Select(item => new NoticeItem(item.Text("key")!, item.Text("value")!))],
        }, null);
    }

    private static (ActiveMessage?, ApiError?) Card(ActiveMessage message, JsonObject content)
    {
        var card = ReadCard(content);
        return CardRules.FindProblem(card) is { } problem ? (null, problem) : (message with { Card = card }, null);
    }

    private static ApiError? FindUrlProblem(string? url) =>
        string.IsNullOrEmpty(url) ? new ApiError(41010, "url missing")
        : Utf8.Count(url) > UrlBytes || !(url.StartsWith("http://", StringComparison.Ordinal) || url.StartsWith("https://", StringComparison.Ordinal))
            ? MessageErrors.WrongUrl
            : null;

    private static string? CutBytes(ApiRequest request, string field, string? text, int max)
    {
        if (text is null || Utf8.Count(text) <= max)
            return text;
        request.Remark(Finding.Of(FindingKind.FieldCut, field, Utf8.Count(text), max));
        return Utf8.Cut(text, max);
    }

    private static string CutCharacters(ApiRequest request, string field, string text, int max)
    {
        var runes = text.EnumerateRunes().ToList();
        if (runes.Count <= max)
            return text;
        request.Remark(Finding.Of(FindingKind.FieldCutCharacters, field, runes.Count, max));
        return string.Concat(runes.Take(max));
    }
}
