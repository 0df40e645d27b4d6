using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>GET /cgi-bin/gettoken.</summary>
internal static class TokenApi
{
    public static void Map(RouteGroupBuilder api) => api.Map("/gettoken", GetToken);

    private static ApiAnswer GetToken(HttpContext context, SimulatedWorld world, AccessTokens tokens, string? corpid = null, string? corpsecret = null)
    {
        if (!HttpMethods.IsGet(context.Request.Method))
            return ApiAnswer.Failed(ApiError.NotGet);
        if (string.IsNullOrEmpty(corpid))
            return ApiAnswer.Failed(ApiError.NoCorpId);
        if (string.IsNullOrEmpty(corpsecret))
            return ApiAnswer.Failed(ApiError.NoSecret);
        if (!world.Apps.Any(app => app.CorpId == corpid))
            return ApiAnswer.Failed(ApiError.WrongCorpId);
        if (world.Apps.FirstOrDefault(app => app.Secret == corpsecret) is not { } found)
            return ApiAnswer.Failed(ApiError.WrongSecret);

        context.Features.Get<ApiCallFacts>()!.App = found;
        if (found.CorpId != corpid)
            return ApiAnswer.Failed(ApiError.ForeignSecret);
        var (token, expiresIn) = tokens.Issue(found);
        return ApiAnswer.Ok(("access_token", token), ("expires_in", expiresIn));
    }
}
