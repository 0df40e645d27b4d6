using System.Text.Json.Nodes;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>/sns/…: who opens a web page (网页授权). No call here has the account's token: some bring its secret, some the token of one person.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/Wechat_webpage_authorization.html.</remarks>
internal static class AccountOAuthApi
{
    public static void Map(OfficialAccountCalls api)
    {
        var sns = api.In("/sns");
        sns.CallWithoutToken("GET /oauth2/access_token", Redeem);
        sns.CallWithoutToken("GET /oauth2/refresh_token", Renew);
        sns.CallWithoutToken("GET /auth", (HttpContext context, ApiRequest request, AccountSignIns signIns, SimulatedWorld world, ApiFaults faults) =>
            CheckToken(context, request, signIns, world, faults, out _) ?? ApiAnswer.Ok());
        sns.CallWithoutToken("GET /userinfo", Tell);
    }

    private static ApiAnswer Redeem(HttpContext context, ApiRequest request, SimulatedWorld world, AccountSignIns signIns, ApiFaults faults)
    {
        if (FindAccount(context, request, world, faults, needsSecret: true, out var account) is { } refusal)
            return refusal;
        if (request.Query("grant_type") != "authorization_code")
            return ApiAnswer.Failed(OfficialAccountErrors.GrantType);
        if (request.Query("code") is not { } code)
            return ApiAnswer.Failed(OAuthErrors.NoCode);
        if (account is not { IsVerified: true, Kind: AccountKind.Service })
            return ApiAnswer.Failed(OfficialAccountErrors.Unauthorized);
        var (tokens, error) = signIns.Redeem(code, account);
        return tokens is null ? ApiAnswer.Failed(error!) : Write(tokens);
    }

    private static ApiAnswer Renew(HttpContext context, ApiRequest request, SimulatedWorld world, AccountSignIns signIns, ApiFaults faults)
    {
        if (FindAccount(context, request, world, faults, needsSecret: false, out var account) is { } refusal)
            return refusal;
        if (request.Query("grant_type") != "refresh_token")
            return ApiAnswer.Failed(OfficialAccountErrors.GrantType);
        if (request.Query("refresh_token") is not { } refresh)
            return ApiAnswer.Failed(OAuthErrors.NoRefresh);
        var (tokens, error) = signIns.Renew(refresh, account);
        return tokens is null ? ApiAnswer.Failed(error!) : Write(tokens);
    }

    private static ApiAnswer Tell(
        HttpContext context, ApiRequest request, AccountSignIns signIns, SimulatedWorld world, ApiFaults faults, Followers followers)
    {
        if (CheckToken(context, request, signIns, world, faults, out var grant) is { } refusal)
            return refusal;
        if (grant.Scope != AccountGrant.UserInfo)
            return ApiAnswer.Failed(OfficialAccountErrors.Unauthorized);
        var person = followers.Find(world.FindAccount(grant.Account)!, grant.OpenId)!;
        // Sex and place have been empty since 2021-10-20.
        return ApiAnswer.Bare(
            ("openid", person.OpenId), ("nickname", person.Name), ("sex", 0), ("language", ""), ("city", ""), ("province", ""), ("country", ""),
            ("headimgurl", ""), ("privilege", new JsonArray()));
    }

    private static ApiAnswer? FindAccount(
        HttpContext context, ApiRequest request, SimulatedWorld world, ApiFaults faults, bool needsSecret, out Account account)
    {
        account = null!;
        if (request.Query("appid") is not { } appId)
            return ApiAnswer.Failed(OfficialAccountErrors.NoAppId);
        if (needsSecret && request.Query("secret") is null)
            return ApiAnswer.Failed(OfficialAccountErrors.NoSecret);
        if (world.Callers.FirstOrDefault(each => each.Account?.AppId == appId) is not { } caller)
            return ApiAnswer.Failed(OfficialAccountErrors.AppId);
        account = caller.Account!;
        context.Features.Get<ApiCallFacts>()!.Caller = caller;
        return needsSecret && caller.Secret != request.Query("secret")
            ? ApiAnswer.Failed(OfficialAccountErrors.Secret)
            : faults.Meet(OfficialAccountApi.Platform, caller.Name, context.Request.Path);
    }

    private static ApiAnswer? CheckToken(
        HttpContext context, ApiRequest request, AccountSignIns signIns, SimulatedWorld world, ApiFaults faults, out AccountGrant grant)
    {
        (var found, var error) = signIns.Check(request.Query("access_token"), request.Query("openid"));
        grant = found!;
        if (found is null)
            return ApiAnswer.Failed(error!);
        context.Features.Get<ApiCallFacts>()!.Caller = world.FindCaller(found.Account);
        return faults.Meet(OfficialAccountApi.Platform, found.Account, context.Request.Path);
    }

    private static ApiAnswer Write(AccountTokens tokens) => ApiAnswer.Bare(
        ("access_token", tokens.Token), ("expires_in", tokens.ExpiresIn), ("refresh_token", tokens.Refresh), ("openid", tokens.Grant.OpenId),
        ("scope", tokens.Grant.Scope));
}
