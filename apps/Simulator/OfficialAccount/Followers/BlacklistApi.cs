namespace Hongyan.Simulator.OfficialAccount;

/// <summary>/cgi-bin/tags/members/…blacklist: whom an account does not want to hear (黑名单).</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/User_Management/Manage_blacklist.html.</remarks>
internal static class BlacklistApi
{
    private const int MaxAtOnce = 20;

    public static void Map(OfficialAccountCalls api)
    {
        api.Call("POST /tags/members/getblacklist", Access.Verified, (ApiRequest request, Followers followers) =>
            OpenIdPage.Of([.. followers.Of(request.Account).Where(each => each.IsBlocked)], request.Body.Text("begin_openid"), withTotal: true));
        api.Call("POST /tags/members/batchblacklist", Access.Verified, (ApiRequest request, Followers followers) => Block(request, followers, isBlocked: true));
        api.Call("POST /tags/members/batchunblacklist", Access.Verified, (ApiRequest request, Followers followers) => Block(request, followers, isBlocked: false));
    }

    private static ApiAnswer Block(ApiRequest request, Followers followers, bool isBlocked)
    {
        if (request.Body.Texts("openid_list") is not { Count: > 0 } openIds)
            return ApiAnswer.Failed(OfficialAccountErrors.OpenIdList);
        if (openIds.Count > MaxAtOnce)
            return ApiAnswer.Failed(OfficialAccountErrors.OpenIdListSize);
        var people = openIds.Select(openId => followers.Find(request.Account, openId)).ToList();
        if (people.Any(each => each is null))
            return ApiAnswer.Failed(OfficialAccountErrors.OpenId);
        if (people.Any(each => each!.FollowedAt is null))
            return ApiAnswer.Failed(OfficialAccountErrors.ForeignOpenId);
        foreach (var person in people)
            followers.Change(request.Account, person!.OpenId, each => each with { IsBlocked = isBlocked });
        return ApiAnswer.Ok();
    }
}
