using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hongyan.Simulator.Control;

/// <summary>Letting calls of the platform's API fail with an errcode.</summary>
internal static class ApiFaultEndpoints
{
    private const int MaxFaults = 50;

    public static void Map(RouteGroupBuilder sim)
    {
        var faults = sim.MapGroup("/apps/{app}/faults/calls").WithTags("faults");
        faults.MapGet("", Read)
            .WithSummary("让接口调用失败的 errcode，哪些开着。The errcodes that calls are answered with.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        faults.MapPut("", Set)
            .WithSummary("打开列出的 errcode，其余关闭。{app} 也可以是 contacts（通讯录同步）、公众号或群机器人的 name。Switches exactly these on.")
            .WithDescription(
                "[{\"path\":\"/cgi-bin/message/send\",\"errCode\":45009,\"times\":2}]。path 不写或为 * 表示全部接口，先列出的先用；times 不写则直到关闭；percent：百分之几的调用，默认 100；"
                + "errMsg 不写则用该码通常的说法。调用不会执行；40014 和 42001（公众号还有 40001）还会让 access_token 作废。"
                + "path: * or nothing for every call, the first that fits counts; times: until switched off when left out; percent: of the calls, 100 by default; the call is not carried out.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        faults.MapDelete("", Clear)
            .WithSummary("全部关闭。Switches all of them off.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Results<Ok<CallerFaults>, ProblemHttpResult> Read(string app, SimulatedWorld world, GroupChats groups, ApiFaults faults, Wording wording) =>
        FindName(app, world, groups) is { } caller ? Show(caller, faults) : ControlProblem.NoApp(wording, app);

    private static Results<Ok<CallerFaults>, ProblemHttpResult> Set(
        string app, IReadOnlyList<ApiFault> given, SimulatedWorld world, GroupChats groups, ApiFaults faults, Wording wording)
    {
        if (FindName(app, world, groups) is not { } caller)
            return ControlProblem.NoApp(wording, app);
        if (given.Count > MaxFaults)
            return ControlProblem.Field(wording, "path", wording["Problem_ListLong", MaxFaults]);
        foreach (var fault in given)
        {
            if (fault is null)
                return ControlProblem.Field(wording, "path", wording["Problem_ListHole"]);
            if (fault.FindInvalid() is { } field)
                return ControlProblem.Field(wording, field, wording[$"Problem_ApiFault_{field}"]);
        }
        faults.Set(caller, [.. given]);
        return Show(caller, faults);
    }

    private static Results<Ok<CallerFaults>, ProblemHttpResult> Clear(string app, SimulatedWorld world, GroupChats groups, ApiFaults faults, Wording wording)
    {
        if (FindName(app, world, groups) is not { } caller)
            return ControlProblem.NoApp(wording, app);
        faults.Set(caller, []);
        return Show(caller, faults);
    }

    private static string? FindName(string name, SimulatedWorld world, GroupChats groups) =>
        world.FindCaller(name)?.Name ?? groups.Robots.FirstOrDefault(robot => robot.Name == name)?.Name;

    private static Ok<CallerFaults> Show(string caller, ApiFaults faults) => TypedResults.Ok(new CallerFaults(caller, faults.Read(caller)));
}
