using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hongyan.Simulator.Control;

/// <summary>Switching faults on and off.</summary>
internal static class FaultEndpoints
{
    public static void Map(RouteGroupBuilder sim)
    {
        var faults = sim.MapGroup("/apps/{app}/faults").WithTags("faults");
        faults.MapGet("", Read)
            .WithSummary("全部故障，以及哪些开着。{app} 也可以是公众号的 name。All faults, and which of them are on.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        faults.MapPut("", Set)
            .WithSummary("打开列出的故障，其余关闭。Switches exactly these on.")
            .WithDescription(
                "[{\"kind\":\"delay\",\"messages\":2,\"attempts\":1}]。messages：还影响几条消息或事件，不写则直到关闭；"
                + "attempts：每条消息影响前几次请求，默认 1，之后的重试正常（只用于 delay、wrongSignature、truncatedBody、foreignReceiveId）。"
                + "messages: how many more messages or events, without it until switched off; attempts: how many attempts of each message, 1 by default.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        faults.MapDelete("", Clear)
            .WithSummary("关闭全部故障，包括接口的。Switches all of them off, those of calls too.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Results<Ok<AppFaultsView>, ProblemHttpResult> Read(string app, SimulatedWorld world, FaultSwitches faults, Wording wording) =>
        world.FindBot(app) is { } found ? Show(found, faults, wording) : ControlProblem.NoApp(wording, app);

    private static Results<Ok<AppFaultsView>, ProblemHttpResult> Set(
        string app, IReadOnlyList<Fault> given, SimulatedWorld world, FaultSwitches faults, Wording wording)
    {
        if (world.FindBot(app) is not { } found)
            return ControlProblem.NoApp(wording, app);
        if (FindWrong(given, wording) is { } wrong)
            return wrong;
        faults.Set(found, [.. given]);
        return Show(found, faults, wording);
    }

    /// <summary>What is wrong with a list of faults; null when nothing is.</summary>
    public static ProblemHttpResult? FindWrong(IReadOnlyList<Fault> given, Wording wording)
    {
        foreach (var fault in given)
        {
            if (fault is null)
                return ControlProblem.Field(wording, "kind", wording["Problem_ListHole"]);
            if (fault.FindInvalid() is { } field)
                return ControlProblem.Field(wording, field, wording[$"Problem_Fault_{field}"]);
        }
        return given.DistinctBy(fault => fault.Kind).Count() < given.Count
            ? ControlProblem.Field(wording, "kind", wording["Problem_Fault_twice"])
            : null;
    }

    private static Results<Ok<AppFaultsView>, ProblemHttpResult> Clear(string app, SimulatedWorld world, FaultSwitches faults, ApiFaults apiFaults, Wording wording)
    {
        if (world.FindBot(app) is not { } found)
            return ControlProblem.NoApp(wording, app);
        faults.Set(found, []);
        apiFaults.Set(found, []);
        return Show(found, faults, wording);
    }

    private static Ok<AppFaultsView> Show(string app, FaultSwitches faults, Wording wording) =>
        TypedResults.Ok(AppFaultsView.Of(new(app, faults.Read(app)), wording));
}
