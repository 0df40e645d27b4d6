using System.Text.Json.Nodes;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>/cgi-bin/tags/…, user/tag/get: the tags (标签) of an account and of its followers.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html.</remarks>
internal static class AccountTagApi
{
    public static void Map(OfficialAccountCalls api)
    {
        api.Call("POST /tags/create", Access.Verified, Create);
        api.Call("GET /tags/get", Access.Verified, List);
        api.Call("POST /tags/update", Access.Verified, (ApiRequest request, AccountTags tags) =>
            AnswerOf(tags.Rename(request.Account, Tag(request)?.Number("id") ?? -1, Tag(request)?.Text("name"))));
        api.Call("POST /tags/delete", Access.Verified, (ApiRequest request, AccountTags tags) =>
            AnswerOf(tags.Delete(request.Account, Tag(request)?.Number("id") ?? -1)));
        api.Call("POST /user/tag/get", Access.Verified, ListMembers);
        api.Call("POST /tags/members/batchtagging", Access.Verified, (ApiRequest request, AccountTags tags) => Mark(request, tags, has: true));
        api.Call("POST /tags/members/batchuntagging", Access.Verified, (ApiRequest request, AccountTags tags) => Mark(request, tags, has: false));
        api.Call("POST /tags/getidlist", Access.Verified, ListOfOne);
    }

    private static ApiAnswer Create(ApiRequest request, AccountTags tags)
    {
        var (tag, error) = tags.Create(request.Account, Tag(request)?.Text("name"));
        return tag is null ? ApiAnswer.Failed(error!) : ApiAnswer.Bare(("tag", new JsonObject { ["id"] = tag.Id, ["name"] = tag.Name }));
    }

    private static ApiAnswer List(ApiRequest request, AccountTags tags) => ApiAnswer.Bare(("tags", new JsonArray([.. tags.Of(request.Account).Select(tag =>
        new JsonObject { ["id"] = tag.Id, ["name"] = tag.Name, ["count"] = tags.MembersOf(request.Account, tag.Id).Count })])));

    private static ApiAnswer ListMembers(ApiRequest request, AccountTags tags)
    {
        if (request.Body.Number("tagid") is not { } id || tags.Find(request.Account, id) is null)
            return ApiAnswer.Failed(OfficialAccountErrors.TagId);
        return OpenIdPage.Of(tags.MembersOf(request.Account, (int)id), request.Body.Text("next_openid"), withTotal: false);
    }

    private static ApiAnswer Mark(ApiRequest request, AccountTags tags, bool has) =>
        AnswerOf(tags.Mark(request.Account, request.Body.Number("tagid") ?? -1, request.Body.Texts("openid_list"), has));

    private static ApiAnswer ListOfOne(ApiRequest request, Followers followers) =>
        followers.Find(request.Account, request.Body.Text("openid") ?? "") is { } follower
            ? ApiAnswer.Bare(("tagid_list", new JsonArray([.. follower.TagIds.Select(id => (JsonNode)id)])))
            : ApiAnswer.Failed(OfficialAccountErrors.OpenId);

    private static JsonObject? Tag(ApiRequest request) => request.Body.Object("tag");

    private static ApiAnswer AnswerOf(ApiError? error) => error is null ? ApiAnswer.Ok() : ApiAnswer.Failed(error);
}
