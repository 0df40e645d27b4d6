using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>GET /cgi-bin/gettoken: one token for each Secret.</summary>
/// <remarks>Source: developer.work.weixin.qq.com/document/path/91039.</remarks>
internal static class TokenApi
{
    private const string Kind = "corp";
    private const int TokenLength = 86;

    public static void Map(RouteGroupBuilder api) => api.CallWithoutToken("GET /gettoken", GetToken);

    private static ApiAnswer GetToken(HttpContext context, ApiRequest request, SimulatedWorld world, AccessTokens tokens, ApiFaults faults)
    {
        if (request.Query("corpid") is not { } corpId)
            return ApiAnswer.Failed(WeComErrors.NoCorpId);
        if (request.Query("corpsecret") is not { } secret)
            return ApiAnswer.Failed(WeComErrors.NoSecret);
        var callers = world.Callers.Where(each => each.Platform == WeComApi.Platform).ToList();
        if (!callers.Any(each => each.CorpId == corpId))
            return ApiAnswer.Failed(WeComErrors.WrongCorpId);
        if (callers.FirstOrDefault(each => each.Secret == secret) is not { } caller)
            return ApiAnswer.Failed(WeComErrors.WrongSecret);

        context.Features.Get<ApiCallFacts>()!.Caller = caller;
        if (caller.CorpId != corpId)
            return ApiAnswer.Failed(WeComErrors.ForeignSecret);
        if (faults.Meet(WeComApi.Platform, caller.Name, context.Request.Path) is { } fault)
            return fault;
        // The same one again while it is good.
        var token = tokens.FindCurrent(caller.Name, Kind) ?? tokens.Issue(caller.Name, Kind, TokenLength, overlap: TimeSpan.Zero);
        return ApiAnswer.Ok(("access_token", token.Token), ("expires_in", tokens.SecondsLeft(token)));
    }
}
