using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hongyan.Simulator.Control;

/// <summary>The bot's own list of routes, to be shown beside the chat.</summary>
internal static class RouteEndpoints
{
    public static void Map(RouteGroupBuilder sim) => sim.MapGet("/apps/{app}/routes", ReadAsync).WithTags("chat")
        .WithSummary("机器人的路由列表。The bot’s list of routes.")
        .WithDescription(
            "向机器人要 {回调地址}/routes（text/plain）；鸿雁的机器人在 Development 环境提供，别的机器人没有也没关系。"
            + "Asks the bot for {callback URL}/routes; Hongyan offers it in Development, other bots need not.")
        .Produces<string>(StatusCodes.Status200OK, "text/plain")
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> ReadAsync(
        string app, SimulatedWorld world, BotRouteReader reader, Wording wording, CancellationToken cancellationToken)
    {
        if (world.FindApp(app) is not { } found)
            return ControlProblem.NoApp(wording, app);
        var routes = await reader.ReadAsync(found.Callback, cancellationToken);
        if (routes.Text is { } text)
            return TypedResults.Text(text, "text/plain; charset=utf-8");
        return TypedResults.Problem(
            statusCode: StatusCodes.Status404NotFound,
            title: wording["Problem_NoRoutes"],
            detail: routes.Problem is { } problem ? wording.Of(problem) : wording["Problem_NoRoutes_Detail"]);
    }
}
