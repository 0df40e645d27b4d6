using System.Text.Json.Nodes;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>/cgi-bin/user/…: who follows the account.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/User_Management/Get_users_basic_information_UnionID.html, Getting_a_User_List.html and Configuring_user_notes.html.</remarks>
internal static class FollowerApi
{
    private const int MaxAtOnce = 100;
    private const int MaxRemark = 30;

    public static void Map(OfficialAccountCalls api)
    {
        api.Call("GET /user/info", Access.Verified, GetInfo);
        api.Call("POST /user/info/batchget", Access.Verified, GetInfos);
        api.Call("GET /user/get", Access.Verified, (ApiRequest request, Followers followers) =>
            OpenIdPage.Of(followers.FollowingOf(request.Account), request.Query("next_openid"), withTotal: true));
        api.Call("POST /user/info/updateremark", Access.Verified, SetRemark);
    }

    private static ApiAnswer GetInfo(ApiRequest request, Followers followers)
    {
        if (request.Query("openid") is not { } openId)
            return ApiAnswer.Failed(OfficialAccountErrors.NoOpenId);
        return followers.Find(request.Account, openId) is { } follower
            ? ApiAnswer.Bare([.. Write(follower, request.Query("lang")).Select(field => (field.Key, field.Value?.DeepClone()))])
            : ApiAnswer.Failed(OfficialAccountErrors.OpenId);
    }

    private static ApiAnswer GetInfos(ApiRequest request, Followers followers)
    {
        if (request.Body.Objects("user_list") is not { Count: > 0 } asked)
            return ApiAnswer.Failed(OfficialAccountErrors.OpenIdList);
        if (asked.Count > MaxAtOnce)
            return ApiAnswer.Failed(OfficialAccountErrors.OpenIdListSize);
        var found = asked.Select(each => (Person: followers.Find(request.Account, each.Text("openid") ?? ""), Language: each.Text("lang"))).ToList();
        return found.Any(each => each.Person is null)
            ? ApiAnswer.Failed(OfficialAccountErrors.OpenId)
            : ApiAnswer.Bare(("user_info_list", new JsonArray([.. found.Select(each => Write(each.Person!, each.Language))])));
    }

    private static ApiAnswer SetRemark(ApiRequest request, Followers followers)
    {
        if (followers.Find(request.Account, request.Body.Text("openid") ?? "") is not { } follower)
            return ApiAnswer.Failed(OfficialAccountErrors.OpenId);
        if (!follower.IsFollowing)
            return ApiAnswer.Failed(OfficialAccountErrors.NotFollowed);
        if (request.Body.Text("remark") is not { Length: < MaxRemark } remark)
            return ApiAnswer.Failed(OfficialAccountErrors.Parameter);
        followers.Change(request.Account, follower.OpenId, each => each with { Remark = remark });
        return ApiAnswer.Ok();
    }

    // Nickname, sex, city and picture are empty since 2021-12-27.
    private static JsonObject Write(Follower follower, string? language) => follower.IsFollowing
        ? new()
        {
            ["subscribe"] = 1, ["openid"] = follower.OpenId, ["nickname"] = "", ["sex"] = 0, ["language"] = language ?? "zh_CN", ["city"] = "",
            ["province"] = "", ["country"] = "", ["headimgurl"] = "", ["subscribe_time"] = follower.FollowedAt!.Value.ToUnixTimeSeconds(),
            ["remark"] = follower.Remark, ["groupid"] = follower.TagIds is [var first, ..] ? first : 0,
            ["tagid_list"] = new JsonArray([.. follower.TagIds.Select(id => (JsonNode)id)]), ["subscribe_scene"] = follower.Scene,
            ["qr_scene"] = int.TryParse(follower.QrScene, out var scene) ? scene : 0, ["qr_scene_str"] = scene == 0 ? follower.QrScene : "",
        }
        : new() { ["subscribe"] = 0, ["openid"] = follower.OpenId, ["tagid_list"] = new JsonArray() };
}
