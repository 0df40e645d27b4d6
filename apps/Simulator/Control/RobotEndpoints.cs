using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hongyan.Simulator.Control;

/// <summary>AI robots (智能机器人): their settings, their groups, their faults, their streams.</summary>
internal static class RobotEndpoints
{
    public static void Map(RouteGroupBuilder sim)
    {
        var all = sim.MapGroup("/robots").WithTags("robots");
        all.MapGet("", ReadAll)
            .WithSummary("智能机器人，以及机器人程序要填的一切。AI robots, with everything a bot must be configured with.");
        var robots = all.MapGroup("/{robot}");
        robots.MapGet("/callback", ReadCallback)
            .WithSummary("读取智能机器人的「API 模式」设置。Reads the callback settings of a robot.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        robots.MapPut("/callback", SaveCallbackAsync)
            .WithSummary("保存设置：先向 URL 发验证请求，通过才保存。Saves them after a URL verification against the bot.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        robots.MapPut("/groups/{chatId}", Join)
            .WithSummary("把智能机器人加进群。Adds a robot to a group.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        robots.MapDelete("/groups/{chatId}", Leave)
            .WithSummary("把智能机器人移出群。Takes a robot out of a group.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        robots.MapGet("/faults", ReadFaults)
            .WithSummary("全部故障，以及哪些开着。All faults, and which of them are on.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        robots.MapPut("/faults", SetFaults)
            .WithSummary("打开列出的故障，其余关闭；流式消息的刷新不受影响。Switches exactly these on; they do not meet the refreshes of streams.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        robots.MapGet("/streams", ReadStreams)
            .WithSummary("流式回复和它们的刷新，从新到旧。Streams with their refreshes, newest first.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static IEnumerable<WeComRobotView> ReadAll(RobotBook robots) => robots.All.Select(robot => WeComRobotView.Of(robot, robots));

    private static Results<Ok<CallbackView>, ProblemHttpResult> ReadCallback(string robot, RobotBook robots, Wording wording) =>
        robots.Find(robot) is { } found
            ? TypedResults.Ok(CallbackView.Of(found.Callback, null, wording))
            : ControlProblem.NoRobot(wording, robot);

    private static async Task<Results<Ok<CallbackView>, ProblemHttpResult>> SaveCallbackAsync(
        string robot, CallbackSettings given, RobotBook robots, UrlVerifier verifier, Wording wording, CancellationToken cancellationToken)
    {
        if (robots.Find(robot) is not { } found)
            return ControlProblem.NoRobot(wording, robot);
        foreach (var (field, problem) in given.Validate())
            return ControlProblem.Field(wording, field, wording.Of(problem));

        var result = await verifier.VerifyAsync(RobotAttempts.ReceiveId, given, cancellationToken);
        if (result.Problem is { } failure)
            return CallbackEndpoints.Refuse(result, failure, wording["Callback_NotVerified"], wording);
        robots.SaveCallback(found, given);
        return TypedResults.Ok(CallbackView.Of(given, result.Warning, wording));
    }

    private static Results<Ok<WeComRobotView>, ProblemHttpResult> Join(string robot, string chatId, RobotBook robots, GroupChats groups, Wording wording) =>
        Place(robot, chatId, isIn: true, robots, groups, wording);

    private static Results<Ok<WeComRobotView>, ProblemHttpResult> Leave(string robot, string chatId, RobotBook robots, GroupChats groups, Wording wording) =>
        Place(robot, chatId, isIn: false, robots, groups, wording);

    private static Results<Ok<WeComRobotView>, ProblemHttpResult> Place(
        string robot, string chatId, bool isIn, RobotBook robots, GroupChats groups, Wording wording)
    {
        if (robots.Find(robot) is not { } found)
            return ControlProblem.NoRobot(wording, robot);
        if (groups.Find(chatId) is null)
            return ControlProblem.Of(wording, StatusCodes.Status404NotFound, "Problem_NoGroup", "Problem_NoGroup_Detail", chatId);
        robots.Place(found, chatId, isIn);
        return TypedResults.Ok(WeComRobotView.Of(found, robots));
    }

    private static Results<Ok<AppFaultsView>, ProblemHttpResult> ReadFaults(string robot, RobotBook robots, FaultSwitches faults, Wording wording) =>
        robots.Find(robot) is { } found
            ? TypedResults.Ok(AppFaultsView.Of(new(found.Name, faults.Read(found.Name)), wording))
            : ControlProblem.NoRobot(wording, robot);

    private static Results<Ok<AppFaultsView>, ProblemHttpResult> SetFaults(
        string robot, IReadOnlyList<Fault> given, RobotBook robots, FaultSwitches faults, Wording wording)
    {
        if (robots.Find(robot) is not { } found)
            return ControlProblem.NoRobot(wording, robot);
        if (FaultEndpoints.FindWrong(given, wording) is { } wrong)
            return wrong;
        faults.Set(found.Name, [.. given]);
        return TypedResults.Ok(AppFaultsView.Of(new(found.Name, faults.Read(found.Name)), wording));
    }

    private static Results<Ok<IEnumerable<StreamView>>, ProblemHttpResult> ReadStreams(string robot, RobotBook robots, RobotStreams streams, Wording wording) =>
        robots.Find(robot) is { } found
            ? TypedResults.Ok(streams.Of(found).Select(stream => StreamView.Of(stream, wording)))
            : ControlProblem.NoRobot(wording, robot);
}
