using System.Text.Json.Nodes;
using Hongyan.Simulator.Hosting;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>POST /cgi-bin/freepublish/…: publishing drafts (发布能力).</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Publish/Publish.html and the pages beside it.</remarks>
internal static class PublishApi
{
    private const int LargestPage = 20;

    public static void Map(OfficialAccountCalls api)
    {
        api.Call("POST /freepublish/submit", Access.Verified, Submit);
        api.Call("POST /freepublish/get", Access.Verified, Get);
        api.Call("POST /freepublish/delete", Access.Verified, Delete);
        api.Call("POST /freepublish/getarticle", Access.Verified, GetArticle);
        api.Call("POST /freepublish/batchget", Access.Verified, List);
    }

    private static ApiAnswer Submit(ApiRequest request, Drafts drafts, Publications publications)
    {
        if (drafts.FindInBox(request.Account, request.Body.Text("media_id") ?? "") is not { } draft)
            return ApiAnswer.Failed(OfficialAccountErrors.MediaId);
        var publication = publications.Submit(request.Account, draft);
        return ApiAnswer.Ok(("publish_id", publication.PublishId), ("msg_data_id", publication.DataId));
    }

    private static ApiAnswer Get(ApiRequest request, Publications publications, ArticleBook articles, SimulatorAddress address)
    {
        if (publications.Find(request.Account, request.Body.Text("publish_id") ?? "") is not { } publication)
            return ApiAnswer.Failed(OfficialAccountErrors.Parameter);
        List<(string, JsonNode?)> fields = [("publish_id", publication.PublishId), ("publish_status", publication.Status)];
        if (publication.Articles.Count > 0)
        {
            var items = articles.Read(publication.Articles).Select(each => (JsonNode)new JsonObject { ["idx"] = each.Index, ["article_url"] = address.Of(each.Path) }).ToArray();
            fields.Add(("article_id", publication.ArticleId));
            fields.Add(("article_detail", new JsonObject { ["count"] = items.Length, ["item"] = new JsonArray(items) }));
        }
        fields.Add(("fail_idx", publication.Status is Publication.Published or Publication.UnderWay or Publication.Deleted ? new JsonArray() : new JsonArray(1)));
        return ApiAnswer.Bare([.. fields]);
    }

    private static ApiAnswer Delete(ApiRequest request, Publications publications) =>
        publications.FindArticle(request.Account, request.Body.Text("article_id") ?? "") is not { } publication ? ApiAnswer.Failed(OfficialAccountErrors.ArticleId)
        : publications.Delete(request.Account, publication, request.Body.Number("index") ?? 0) ? ApiAnswer.Ok()
        : ApiAnswer.Failed(OfficialAccountErrors.ArticleIndex);

    private static ApiAnswer GetArticle(ApiRequest request, Publications publications, ArticleBook articles, SimulatorAddress address) =>
        publications.FindArticle(request.Account, request.Body.Text("article_id") ?? "") is { } publication
            ? ApiAnswer.Bare(
                ("news_item", NewsJson.Of(articles.Read(publication.Articles), address)), ("create_time", publication.SubmittedAt.ToUnixTimeSeconds()),
                ("update_time", publication.UpdatedAt.ToUnixTimeSeconds()))
            : ApiAnswer.Failed(OfficialAccountErrors.ArticleId);

    private static ApiAnswer List(ApiRequest request, Publications publications, ArticleBook articles, SimulatorAddress address)
    {
        if (Page.Read(request, LargestPage) is not { } page)
            return ApiAnswer.Failed(OfficialAccountErrors.Parameter);
        var all = publications.Of(request.Account).Where(each => each.Status == Publication.Published).ToList();
        var withContent = request.Body.Number("no_content") != 1;
        var items = page.Of(all).Select(each => (JsonNode)new JsonObject
        {
            ["article_id"] = each.ArticleId,
            ["content"] = new JsonObject
            {
                ["news_item"] = NewsJson.Of(articles.Read(each.Articles), address, withContent),
                ["create_time"] = each.SubmittedAt.ToUnixTimeSeconds(),
                ["update_time"] = each.UpdatedAt.ToUnixTimeSeconds(),
            },
            ["update_time"] = each.UpdatedAt.ToUnixTimeSeconds(),
        }).ToArray();
        return ApiAnswer.Bare(("total_count", all.Count), ("item_count", items.Length), ("item", new JsonArray(items)));
    }
}
