using System.Text.Json.Nodes;
using Hongyan.Simulator.Hosting;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>POST /cgi-bin/draft/…: the draft box (草稿箱), and media/uploadnews, which came before it.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Draft_Box/Add_draft.html and the pages beside it.</remarks>
internal static class DraftApi
{
    private const int LargestPage = 20;

    public static void Map(OfficialAccountCalls api)
    {
        api.Call("POST /draft/add", Access.Verified, Add);
        api.Call("POST /draft/get", Access.Verified, Get);
        api.Call("POST /draft/update", Access.Verified, Update);
        api.Call("POST /draft/delete", Access.Verified, Delete);
        api.Call("GET /draft/count", Access.Verified, Count);
        api.Call("POST /draft/batchget", Access.Verified, List);
        api.Call("POST /draft/switch", Access.Verified, () => ApiAnswer.Ok(("is_open", 1)));
        api.Call("POST /media/uploadnews", Access.Verified, UploadNews);
    }

    private static ApiAnswer Add(ApiRequest request, NewsReader reader, Drafts drafts)
    {
        var (articles, error) = reader.ReadAll(request);
        return error is null ? ApiAnswer.Bare(("media_id", drafts.Add(request.Account, articles).MediaId)) : ApiAnswer.Failed(error);
    }

    private static ApiAnswer UploadNews(ApiRequest request, NewsReader reader, Drafts drafts)
    {
        var (articles, error) = reader.ReadAll(request, takesTemporary: true);
        if (error is not null)
            return ApiAnswer.Failed(error);
        var news = drafts.Add(request.Account, articles, isInBox: false);
        return ApiAnswer.Bare(("type", "news"), ("media_id", news.MediaId), ("created_at", news.CreatedAt.ToUnixTimeSeconds()));
    }

    private static ApiAnswer Get(ApiRequest request, Drafts drafts, SimulatorAddress address) =>
        drafts.FindInBox(request.Account, request.Body.Text("media_id") ?? "") is { } draft
            ? ApiAnswer.Bare(
                ("news_item", NewsJson.Of(draft, address)), ("create_time", draft.CreatedAt.ToUnixTimeSeconds()),
                ("update_time", draft.UpdatedAt.ToUnixTimeSeconds()))
            : ApiAnswer.Failed(OfficialAccountErrors.MediaId);

    private static ApiAnswer Update(ApiRequest request, NewsReader reader, Drafts drafts)
    {
        var mediaId = request.Body.Text("media_id") ?? "";
        if (drafts.FindInBox(request.Account, mediaId) is not { } draft)
            return ApiAnswer.Failed(OfficialAccountErrors.MediaId);
        if (request.Body.Object("articles") is not { } given)
            return ApiAnswer.Failed(OfficialAccountErrors.EmptyNews);
        var (article, error) = reader.Read(request, given, isAlone: draft.Articles.Count == 1);
        return article is null ? ApiAnswer.Failed(error!)
            : drafts.Update(request.Account, mediaId, request.Body.Number("index") ?? 0, article) ? ApiAnswer.Ok()
            : ApiAnswer.Failed(OfficialAccountErrors.ArticleIndex);
    }

    private static ApiAnswer Delete(ApiRequest request, Drafts drafts) =>
        drafts.Remove(request.Account, request.Body.Text("media_id") ?? "") ? ApiAnswer.Ok() : ApiAnswer.Failed(OfficialAccountErrors.MediaId);

    private static ApiAnswer Count(ApiRequest request, Drafts drafts) => ApiAnswer.Bare(("total_count", drafts.Of(request.Account).Count));

    private static ApiAnswer List(ApiRequest request, Drafts drafts, SimulatorAddress address)
    {
        if (Page.Read(request, LargestPage) is not { } page)
            return ApiAnswer.Failed(OfficialAccountErrors.Parameter);
        var all = drafts.Of(request.Account);
        var withContent = request.Body.Number("no_content") != 1;
        var items = page.Of(all).Select(each => (JsonNode)new JsonObject
        {
            ["media_id"] = each.MediaId,
            ["content"] = new JsonObject
            {
                ["news_item"] = NewsJson.Of(each, address, withContent),
                ["create_time"] = each.CreatedAt.ToUnixTimeSeconds(),
                ["update_time"] = each.UpdatedAt.ToUnixTimeSeconds(),
            },
            ["update_time"] = each.UpdatedAt.ToUnixTimeSeconds(),
        }).ToArray();
        return ApiAnswer.Bare(("total_count", all.Count), ("item_count", items.Length), ("item", new JsonArray(items)));
    }
}
