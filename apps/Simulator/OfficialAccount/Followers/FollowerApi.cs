using System.Text.Json.Nodes;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>GET /cgi-bin/user/info and user/get: who follows the account.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/User_Management/Get_users_basic_information_UnionID.html and Getting_a_User_List.html.</remarks>
internal static class FollowerApi
{
    private const int PageSize = 10000;

    public static void Map(OfficialAccountCalls api)
    {
        api.Call("GET /user/info", Access.Verified, GetInfo);
        api.Call("GET /user/get", Access.Verified, GetList);
    }

    private static ApiAnswer GetInfo(ApiRequest request, Followers followers)
    {
        if (request.Query("openid") is not { } openId)
            return ApiAnswer.Failed(OfficialAccountErrors.NoOpenId);
        if (followers.Find(request.Account, openId) is not { } follower)
            return ApiAnswer.Failed(OfficialAccountErrors.OpenId);
        return follower.IsFollowing
            ? ApiAnswer.Bare(
                ("subscribe", 1), ("openid", follower.OpenId), ("nickname", ""), ("sex", 0), ("language", request.Query("lang") ?? "zh_CN"), ("city", ""),
                ("province", ""), ("country", ""), ("headimgurl", ""), ("subscribe_time", follower.FollowedAt!.Value.ToUnixTimeSeconds()), ("remark", ""),
                ("groupid", 0), ("tagid_list", new JsonArray()), ("subscribe_scene", follower.Scene),
                ("qr_scene", int.TryParse(follower.QrScene, out var scene) ? scene : 0), ("qr_scene_str", scene == 0 ? follower.QrScene : ""))
            : ApiAnswer.Bare(("subscribe", 0), ("openid", follower.OpenId), ("tagid_list", new JsonArray()));
    }

    private static ApiAnswer GetList(ApiRequest request, Followers followers)
    {
        var all = followers.FollowingOf(request.Account);
        var page = all.ToList();
        if (request.Query("next_openid") is { } after)
        {
            if (all.All(each => each.OpenId != after))
                return ApiAnswer.Failed(OfficialAccountErrors.OpenId);
            page = [.. all.SkipWhile(each => each.OpenId != after).Skip(1)];
        }
        page = [.. page.Take(PageSize)];
        List<(string, JsonNode?)> fields = [("total", all.Count), ("count", page.Count)];
        if (page.Count > 0)
            fields.Add(("data", new JsonObject { ["openid"] = new JsonArray([.. page.Select(each => (JsonNode)each.OpenId)]) }));
        fields.Add(("next_openid", page is [.., var last] ? last.OpenId : ""));
        return ApiAnswer.Bare([.. fields]);
    }
}
