using Hongyan.Simulator.OfficialAccount;
using Hongyan.Simulator.Resources;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hongyan.Simulator.Control;

/// <summary>What a 公众号 has the platform do that ends later: mass sends and publications.</summary>
internal static class JobEndpoints
{
    public static void Map(RouteGroupBuilder sim)
    {
        var jobs = sim.MapGroup("/official-accounts/{account}/jobs").WithTags("officialAccounts");
        jobs.MapGet("", Read)
            .WithSummary("群发和发布的任务，从新到旧，和它们怎样结束。Mass sends and publications, newest first, and how they end.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        jobs.MapPut("/settings", Set)
            .WithSummary("任务多久结束（模拟器时钟的秒数）、结果如何；对之后结束的任务有效。How long jobs take by the simulator's clock, and how they end.")
            .WithDescription(
                "massStatus：send success、send fail、err(20001)……；publishStatus：0 成功、2 原创失败、3 失败、4 审核不通过；templateStatus：success、failed:user block、failed: system failed。"
                + "拨快时钟（PUT /sim/clock）就不用等。Move the clock to end jobs at once.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static Results<Ok<JobsView>, ProblemHttpResult> Read(
        string account, SimulatedWorld world, MassJobs mass, Publications publications, JobSettingsBook settings, Wording wording) =>
        world.FindAccount(account) is { } found
            ? TypedResults.Ok(new JobsView(settings.Of(found), mass.Of(found), publications.Of(found)))
            : ControlProblem.NoOfficialAccount(wording, account);

    private static Results<Ok<JobSettings>, ProblemHttpResult> Set(
        string account, JobSettings given, SimulatedWorld world, JobSettingsBook settings, Wording wording)
    {
        if (world.FindAccount(account) is not { } found)
            return ControlProblem.NoOfficialAccount(wording, account);
        if (given.FindInvalid() is { } field)
            return ControlProblem.Field(wording, field, wording[$"Problem_Job_{field}"]);
        settings.Set(found, given);
        return TypedResults.Ok(given);
    }
}
