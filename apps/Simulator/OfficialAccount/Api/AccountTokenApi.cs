using System.Text.Json;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.OfficialAccount;

/// <summary>GET /cgi-bin/token and POST /cgi-bin/stable_token: two kinds of token that know nothing of each other.</summary>
/// <remarks>Source: developers.weixin.qq.com/doc/offiaccount/Basic_Information/Get_access_token.html and getStableAccessToken.html.</remarks>
internal static class AccountTokenApi
{
    private const string Ordinary = "token";
    private const string Stable = "stable_token";
    private const int TokenLength = 136;

    // So long an old token goes on working beside the one that took its place.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    public static void Map(OfficialAccountCalls api)
    {
        api.CallWithoutToken("GET /token", GetToken);
        api.CallWithoutToken("POST /stable_token", GetStableToken);
    }

    private static ApiAnswer GetToken(HttpContext context, ApiRequest request, SimulatedWorld world, AccessTokens tokens, ApiFaults faults)
    {
        var given = new Credentials(request.Query("grant_type"), request.Query("appid"), request.Query("secret"));
        return Refuse(given, context, world, faults, out var caller)
            ?? Answer(tokens, tokens.Issue(caller.Name, Ordinary, TokenLength, Overlap));
    }

    private static ApiAnswer GetStableToken(
        HttpContext context, ApiRequest request, SimulatedWorld world, AccessTokens tokens, TokenRefreshes refreshes, ApiFaults faults)
    {
        var given = new Credentials(request.Body.Text("grant_type"), request.Body.Text("appid"), request.Body.Text("secret"));
        if (Refuse(given, context, world, faults, out var caller) is { } refusal)
            return refusal;

        var current = tokens.FindCurrent(caller.Name, Stable);
        var isForced = request.Body["force_refresh"]?.GetValueKind() == JsonValueKind.True;
        if (isForced && (current is null || refreshes.TryUse(caller.Name)))
            return Answer(tokens, tokens.Issue(caller.Name, Stable, TokenLength, overlap: TimeSpan.Zero));
        return Answer(tokens, current is not null && tokens.SecondsLeft(current) > Overlap.TotalSeconds
            ? current
            : tokens.Issue(caller.Name, Stable, TokenLength, Overlap));
    }

    private static ApiAnswer? Refuse(Credentials given, HttpContext context, SimulatedWorld world, ApiFaults faults, out ApiCaller caller)
    {
        caller = null!;
        if (given.GrantType != "client_credential")
            return ApiAnswer.Failed(OfficialAccountErrors.GrantType);
        if (string.IsNullOrEmpty(given.AppId))
            return ApiAnswer.Failed(OfficialAccountErrors.NoAppId);
        if (string.IsNullOrEmpty(given.Secret))
            return ApiAnswer.Failed(OfficialAccountErrors.NoSecret);
        if (world.Callers.FirstOrDefault(each => each.Account?.AppId == given.AppId) is not { } found)
            return ApiAnswer.Failed(OfficialAccountErrors.AppId);

        caller = found;
        context.Features.Get<ApiCallFacts>()!.Caller = found;
        return found.Secret != given.Secret
            ? ApiAnswer.Failed(OfficialAccountErrors.Secret)
            : faults.Meet(OfficialAccountApi.Platform, found.Name, context.Request.Path) ?? OfficialAccountApi.Platform.Spend!(context, found);
    }

    private static ApiAnswer Answer(AccessTokens tokens, IssuedToken token) =>
        ApiAnswer.Bare(("access_token", token.Token), ("expires_in", tokens.SecondsLeft(token)));

    private readonly record struct Credentials(string? GrantType, string? AppId, string? Secret);
}
