using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>/cgi-bin/clear_quota and openapi/…: quotas and failed calls (openApi管理).</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/openApi/clear_quota.html, get_api_quota.html and get_rid_info.html.</remarks>
internal static partial class QuotaApi
{
    public static void Map(OfficialAccountCalls api)
    {
        api.Call("POST /clear_quota", Access.Any, (ApiRequest request, DailyQuotas quotas) =>
            request.Body.Text("appid") != request.Account.AppId ? ApiAnswer.Failed(OfficialAccountErrors.AppId) : Clear(quotas, request.Account));
        api.CallWithoutToken("POST /clear_quota/v2", ClearBySecret);
        api.Call("POST /openapi/quota/clear", Access.Any, ClearOne);
        api.Call("POST /openapi/quota/get", Access.Any, Get);
        api.Call("POST /openapi/rid/get", Access.Any, GetRid);
    }

    private static ApiAnswer ClearBySecret(HttpContext context, ApiRequest request, SimulatedWorld world, DailyQuotas quotas)
    {
        var appId = request.Query("appid") ?? request.Body.Text("appid");
        var secret = request.Query("appsecret") ?? request.Body.Text("appsecret");
        if (string.IsNullOrEmpty(appId))
            return ApiAnswer.Failed(OfficialAccountErrors.NoAppId);
        if (string.IsNullOrEmpty(secret))
            return ApiAnswer.Failed(OfficialAccountErrors.NoSecret);
        if (world.Callers.FirstOrDefault(each => each.Account?.AppId == appId) is not { } caller)
            return ApiAnswer.Failed(OfficialAccountErrors.AppId);
        context.Features.Get<ApiCallFacts>()!.Caller = caller;
        return caller.Secret == secret ? Clear(quotas, caller.Account!) : ApiAnswer.Failed(OfficialAccountErrors.Secret);
    }

    private static ApiAnswer ClearOne(ApiRequest request, DailyQuotas quotas, ApiPaths paths)
    {
        var path = request.Body.Text("cgi_path") ?? "";
        return FindPathProblem(path, request.Account, quotas, paths) is { } problem ? ApiAnswer.Failed(problem) : Clear(quotas, request.Account, path);
    }

    private static ApiAnswer Get(ApiRequest request, DailyQuotas quotas, ApiPaths paths)
    {
        var path = request.Body.Text("cgi_path") ?? "";
        if (FindPathProblem(path, request.Account, quotas, paths) is { } problem)
            return ApiAnswer.Failed(problem);
        var quota = quotas.Find(request.Account, path)!;
        return ApiAnswer.Ok(("quota", new JsonObject
        {
            ["daily_limit"] = quota.Limit, ["used"] = quota.Used, ["remain"] = Math.Max(0, quota.Limit - quota.Used),
        }));
    }

    private static ApiAnswer GetRid(ApiRequest request, CallRids rids, ApiCallLog calls)
    {
        var rid = request.Body.Text("rid") ?? "";
        if (!Rid().IsMatch(rid))
            return ApiAnswer.Failed(OfficialAccountErrors.RidWrong);
        if (rids.Find(rid) is not { } id || calls.Find(id) is not { } call)
            return ApiAnswer.Failed(OfficialAccountErrors.RidUnknown);
        if (call.App != request.Account.Name)
            return ApiAnswer.Failed(OfficialAccountErrors.RidForeign);
        return ApiAnswer.Ok(("request", new JsonObject
        {
            ["invoke_time"] = call.StartedAt.ToUnixTimeSeconds(), ["cost_in_ms"] = (long)call.Duration.TotalMilliseconds, ["request_url"] = call.Path,
            ["request_body"] = call.RequestBody ?? "", ["response_body"] = call.ResponseBody ?? "", ["client_ip"] = "127.0.0.1",
        }));
    }

    private static ApiAnswer Clear(DailyQuotas quotas, Account account, string? path = null) =>
        quotas.TryClear(account, path) ? ApiAnswer.Ok() : ApiAnswer.Failed(OfficialAccountErrors.TooManyClears);

    private static ApiError? FindPathProblem(string path, Account account, DailyQuotas quotas, ApiPaths paths) =>
        !paths.Of(OfficialAccountApi.Platform).Contains(path) ? OfficialAccountErrors.CgiPath
        : quotas.Find(account, path) is null ? OfficialAccountErrors.CgiPathForbidden
        : null;

    [GeneratedRegex("^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$", RegexOptions.CultureInvariant)]
    private static partial Regex Rid();
}
