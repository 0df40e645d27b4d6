namespace Hongyan.Testing;

/// <summary>How one kind of answer stands in a transcript.</summary>
/// <param name="Name">What stands in brackets: MsgType as the platform spells it.</param>
/// <param name="OnTheLine">The field that stands on the line itself; null where there is none.</param>
/// <param name="Fields">All its fields.</param>
internal sealed record ReplyShape(string Name, string? OnTheLine, params IReadOnlyList<string> Fields)
{
    /// <summary>The field that begins an article.</summary>
    public const string Article = "article";

    public static ReplyShape Text { get; } = new("text", "content", "content");

    public static ReplyShape Nothing { get; } = new("nothing", null);

    public static ReplyShape Anything { get; } = new("anything", null);

    public static IReadOnlyList<ReplyShape> All { get; } =
    [
        Text,
        new("image", "mediaId", "mediaId"),
        new("voice", "mediaId", "mediaId"),
        new("video", "mediaId", "mediaId", "title", "description"),
        new("news", null, Article, "description", "url", "picUrl"),
        new("update_button", "replaceName", "replaceName"),
        new("update_taskcard", "replaceName", "replaceName"),
        new("update_template_card", "cardType", "cardType", "title", "description"),
        new("music", "title", "title", "description", "musicUrl", "hqMusicUrl"),
        new("transfer_customer_service", "kfAccount", "kfAccount"),
        // These come by the API only.
        new("file", "mediaId", "mediaId"),
        new("textcard", "title", "title", "description"),
        new("mpnews", "title", "title"),
        new("markdown", "content", "content"),
        new("miniprogram_notice", "title", "title", "description"),
        new("mpnewsarticle", "title", "title"),
        new("msgmenu", "title", "title"),
        new("wxcard", "title", "title"),
        new("miniprogrampage", "title", "title"),
        new("template_card", "cardType", "cardType", "title", "description"),
        Nothing,
        Anything,
    ];

    public static ReplyShape? Find(string name) => All.FirstOrDefault(shape => shape.Name == name);

    /// <summary>An answer as a transcript names it. Empty fields are left out.</summary>
    public static (ReplyShape Shape, IReadOnlyList<(string Name, string Value)> Fields) Read(BotReply reply)
    {
        if (reply.Kind == BotReplyKind.Nothing)
            return (Nothing, []);
        IEnumerable<(string Name, string? Value)> fields = reply.Kind switch
        {
            BotReplyKind.Text or BotReplyKind.Markdown => [("content", reply.Text)],
            BotReplyKind.News => reply.Articles.SelectMany(article =>
                ((string, string?)[])[(Article, article.Title), ("description", article.Description), ("url", article.Url), ("picUrl", article.PictureUrl)]),
            BotReplyKind.UpdateButton or BotReplyKind.UpdateTaskCard => [("replaceName", reply.Text)],
            BotReplyKind.Music =>
                [("title", reply.Title), ("description", reply.Description), ("musicUrl", reply.MusicUrl), ("hqMusicUrl", reply.HighQualityMusicUrl)],
            BotReplyKind.TransferToServicer => [("kfAccount", reply.ServiceAccount)],
            BotReplyKind.HostedNews => [("title", reply.Title)],
            _ => [("mediaId", reply.MediaId), ("cardType", reply.CardType), ("title", reply.Title), ("description", reply.Description)],
        };
        return (Find(NameOf(reply.Kind))!, [.. fields.Where(field => !string.IsNullOrEmpty(field.Value)).Select(field => (field.Name, field.Value!))]);
    }

    public override string ToString() => $"({Name})";

    private static string NameOf(BotReplyKind kind) => kind switch
    {
        BotReplyKind.UpdateButton => "update_button",
        BotReplyKind.UpdateTaskCard => "update_taskcard",
        BotReplyKind.UpdateTemplateCard => "update_template_card",
        BotReplyKind.TemplateCard => "template_card",
        BotReplyKind.TransferToServicer => "transfer_customer_service",
        BotReplyKind.HostedNews => "mpnews",
        BotReplyKind.PublishedArticle => "mpnewsarticle",
        BotReplyKind.MessageMenu => "msgmenu",
        BotReplyKind.Coupon => "wxcard",
        BotReplyKind.MiniProgramNotice => "miniprogram_notice",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
