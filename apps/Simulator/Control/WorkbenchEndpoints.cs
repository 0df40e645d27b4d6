using System.Text.Json.Nodes;
using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hongyan.Simulator.Control;

/// <summary>What members see of an app on the workbench.</summary>
internal static class WorkbenchEndpoints
{
    public static void Map(RouteGroupBuilder sim) =>
        sim.MapGet("/apps/{app}/members/{userId}/workbench", Read).WithTags("chat")
            .WithSummary("成员在工作台上看到的应用内容。What the member sees of the app on the workbench.")
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static Results<Ok<WorkbenchView>, ProblemHttpResult> Read(string app, string userId, SimulatedWorld world, Workbenches workbenches, Wording wording) =>
        world.FindApp(app) is not { } found ? ControlProblem.NoApp(wording, app)
        : world.FindMember(userId) is not { } member ? ControlProblem.NoMember(wording, userId)
        : TypedResults.Ok(new WorkbenchView(
            workbenches.TemplateOf(found.Name).Type, (JsonObject?)workbenches.ContentOf(found.Name, member.UserId)?.DeepClone()));
}
