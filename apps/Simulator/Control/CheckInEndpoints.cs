using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hongyan.Simulator.Control;

/// <summary>打卡: the check-ins that bots read.</summary>
internal static class CheckInEndpoints
{
    private static readonly string[] Types = ["上班打卡", "下班打卡", "外出打卡"];

    public static void Map(RouteGroupBuilder sim)
    {
        sim.MapGet("/checkins", (CheckInLog log) => log.All).WithTags("checkins")
            .WithSummary("打卡记录，从旧到新。The check-ins, oldest first.");
        sim.MapPost("/checkins", Add).WithTags("checkins")
            .WithSummary("新增打卡记录；规则固定为周一至周五 9:00–18:00。Adds check-ins; the rule is Monday to Friday, nine to six.")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static Results<Ok<IReadOnlyList<CheckIn>>, ProblemHttpResult> Add(
        IReadOnlyList<CheckIn> given, CheckInLog log, SimulatedWorld world, Wording wording)
    {
        if (given.Any(each => world.FindMember(each.UserId) is null))
            return ControlProblem.Field(wording, "userId", wording["Contact_NoMember"]);
        if (given.Any(each => !Types.Contains(each.Type)))
            return ControlProblem.Field(wording, "type", wording["Problem_CheckInType", string.Join(", ", Types)]);
        log.Add(given);
        return TypedResults.Ok(log.All);
    }
}
