using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>GET /cgi-bin/gettoken.</summary>
internal static class TokenApi
{
    public static void Map(RouteGroupBuilder api) => api.CallWithoutToken("GET /gettoken", GetToken);

    private static ApiAnswer GetToken(HttpContext context, ApiRequest request, SimulatedWorld world, AccessTokens tokens, ApiFaults faults)
    {
        if (request.Query("corpid") is not { } corpId)
            return ApiAnswer.Failed(ApiError.NoCorpId);
        if (request.Query("corpsecret") is not { } secret)
            return ApiAnswer.Failed(ApiError.NoSecret);
        if (!world.Callers.Any(each => each.CorpId == corpId))
            return ApiAnswer.Failed(ApiError.WrongCorpId);
        if (world.Callers.FirstOrDefault(each => each.Secret == secret) is not { } caller)
            return ApiAnswer.Failed(ApiError.WrongSecret);

        context.Features.Get<ApiCallFacts>()!.Caller = caller;
        if (caller.CorpId != corpId)
            return ApiAnswer.Failed(ApiError.ForeignSecret);
        if (faults.Meet(caller.Name, context.Request.Path) is { } fault)
            return fault;
        var (token, expiresIn) = tokens.Issue(caller.Name);
        return ApiAnswer.Ok(("access_token", token), ("expires_in", expiresIn));
    }
}
