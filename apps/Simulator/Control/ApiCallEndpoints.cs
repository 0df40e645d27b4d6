using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hongyan.Simulator.Control;

/// <summary>What bots asked of the platform's API, and the tokens they do it with.</summary>
internal static class ApiCallEndpoints
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 1000;

    public static void Map(RouteGroupBuilder sim)
    {
        sim.MapGet("/calls", ReadLatest).WithTags("calls")
            .WithSummary("机器人对 /cgi-bin/ 的调用，从新到旧，带请求和回答；可按应用或 contacts（通讯录同步）筛选。Calls of bots to /cgi-bin/, newest first.")
            .WithDescription(
                "deliveryId：调用时机器人正在处理的那次投递，分不清时没有。limit：1–1000，默认 50。"
                + "deliveryId: the delivery that the bot was answering, when that can be told. limit: 1 to 1000, 50 by default.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        sim.MapPost("/apps/{app}/tokens/revoke", Revoke).WithTags("calls")
            .WithSummary("让应用的 access_token 提前失效（40014）。Makes the app's access tokens worthless before their time.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Results<Ok<IEnumerable<ApiCallView>>, ProblemHttpResult> ReadLatest(
        ApiCallLog log, SimulatedWorld world, Wording wording, string? app = null, int limit = DefaultLimit)
    {
        if (app is not null && world.FindCaller(app) is null)
            return ControlProblem.NoApp(wording, app);
        if (limit is < 1 or > MaxLimit)
            return ControlProblem.Field(wording, "limit", wording["Problem_Limit", MaxLimit]);
        var latest = log.Latest(app is null ? null : world.FindCaller(app)!.Name, limit);
        return TypedResults.Ok(latest.Select(call => ApiCallView.Of(call, wording)));
    }

    private static Results<Ok<RevokedView>, ProblemHttpResult> Revoke(string app, SimulatedWorld world, AccessTokens tokens, Wording wording) =>
        world.FindCaller(app) is { } found
            ? TypedResults.Ok(new RevokedView(tokens.Revoke(found.Name)))
            : ControlProblem.NoApp(wording, app);
}
