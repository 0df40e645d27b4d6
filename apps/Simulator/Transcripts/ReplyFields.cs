using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Transcripts;

/// <summary>The fields of a reply by the names that they have in a transcript; the first of a kind stands on its first line.</summary>
internal static class ReplyFields
{
    /// <summary>The names of each kind.</summary>
    public static IReadOnlyDictionary<string, string[]> Names { get; } = new Dictionary<string, string[]>
    {
        ["text"] = ["content"], ["image"] = ["mediaId"], ["voice"] = ["mediaId"], ["video"] = ["mediaId", "title", "description"],
        ["news"] = ["article", "description", "url", "picUrl"], ["update_button"] = ["replaceName"], ["update_taskcard"] = ["replaceName"],
        ["update_template_card"] = ["cardType", "title", "description"],
        ["music"] = ["title", "description", "musicUrl", "hqMusicUrl"], ["transfer_customer_service"] = ["kfAccount"],
        ["mpnewsarticle"] = ["title"], ["msgmenu"] = ["title"], ["wxcard"] = ["title"], ["miniprogrampage"] = ["title"], ["template"] = ["title"],
        ["file"] = ["mediaId"], ["textcard"] = ["title", "description"], ["mpnews"] = ["title"], ["markdown"] = ["content"],
        ["miniprogram_notice"] = ["title", "description"], ["template_card"] = ["cardType", "title", "description"],
    };

    /// <summary>The values: one group, of a news reply one for each article.</summary>
    public static IReadOnlyList<IReadOnlyList<(string Name, string? Value)>> Of(PassiveReply reply) => reply.Type switch
    {
        "news" => [.. reply.Articles!.Select(IReadOnlyList<(string, string?)> (article) =>
            [("article", article.Title), ("description", article.Description), ("url", article.Url), ("picUrl", article.PicUrl)])],
        _ => [[.. Names[reply.Type].Select(name => (name, ValueOf(reply, name)))]],
    };

    private static string? ValueOf(PassiveReply reply, string name) => name switch
    {
        "content" => reply.Content,
        "mediaId" => reply.MediaId,
        "title" => reply.Title,
        "description" => reply.Description,
        "musicUrl" => reply.Music?.Url,
        "hqMusicUrl" => reply.Music?.HighQualityUrl,
        "kfAccount" => reply.KfAccount,
        "replaceName" => reply.ReplaceName,
        "cardType" => reply.CardType,
        _ => null,
    };
}
