using System.Text.Json.Nodes;
using Hongyan.Simulator.Hosting;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>Writes articles as <c>news_item</c>.</summary>
internal static class NewsJson
{
    /// <summary>The articles of a draft, with the addresses of their previews.</summary>
    public static JsonArray Of(Draft draft, SimulatorAddress address, bool withContent = true) => new([.. draft.Articles.Select((article, index) =>
        (JsonNode)Of(article, address.Of(ArticleBook.PreviewPath(draft.MediaId, index)), address, withContent))]);

    /// <summary>The articles of a publication; of one that was deleted it is said.</summary>
    public static JsonArray Of(IEnumerable<PublicArticle> articles, SimulatorAddress address, bool withContent = true) => new([.. articles.Select(each =>
    {
        var json = Of(each.Article, address.Of(each.Path), address, withContent);
        json["is_deleted"] = each.IsDeleted;
        return (JsonNode)json;
    })]);

    private static JsonObject Of(DraftArticle article, string url, SimulatorAddress address, bool withContent)
    {
        var json = new JsonObject
        {
            ["article_type"] = article.Type,
            ["title"] = article.Title,
            ["author"] = article.Author,
            ["digest"] = article.Digest,
            ["content"] = withContent ? article.Content : "",
            ["content_source_url"] = article.SourceUrl,
            ["thumb_media_id"] = article.ThumbMediaId,
            ["thumb_url"] = address.Of(Control.MemberMedia.PathOf(article.ThumbMediaId)),
            ["show_cover_pic"] = 0,
            ["need_open_comment"] = article.OpensComments ? 1 : 0,
            ["only_fans_can_comment"] = article.OnlyFollowersComment ? 1 : 0,
            ["url"] = url,
        };
        if (article.PictureIds.Count > 0)
        {
            json["image_info"] = new JsonObject
            {
                ["image_list"] = new JsonArray([.. article.PictureIds.Select(each => (JsonNode)new JsonObject { ["image_media_id"] = each })]),
            };
        }
        return json;
    }
}
