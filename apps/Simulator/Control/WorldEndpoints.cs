using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hongyan.Simulator.Control;

/// <summary>Who and what exists, how the platform behaves, and back to the beginning.</summary>
internal static class WorldEndpoints
{
    public static void Map(RouteGroupBuilder sim)
    {
        sim.MapGet("/accounts", ReadAccounts).WithTags("world")
            .WithSummary("账号：机器人要填的一切。Accounts: everything a bot must be configured with.");
        sim.MapGet("/world", ReadWorld).WithTags("world")
            .WithSummary("企业、部门、成员、应用。The company, departments, members and apps.");
        sim.MapGet("/settings", ReadSettings).WithTags("world")
            .WithSummary("投递次数与时限。How often and how long the platform tries.");
        sim.MapPut("/settings", SaveSettings).WithTags("world")
            .WithSummary("修改投递次数与时限；没给的项恢复默认值。Changes them; what is left out returns to its default.")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        sim.MapPost("/reset", ResetAsync).WithTags("world")
            .WithSummary("一切恢复原样：会话、投递、回调设置。Everything as at start: conversations, deliveries, callback settings.");
    }

    private static IEnumerable<AccountView> ReadAccounts(SimulatedWorld world) => world.Apps.Select(AccountView.Of);

    private static WorldView ReadWorld(SimulatedWorld world) => WorldView.Of(world);

    private static DeliverySettings ReadSettings(DeliverySettingsStore settings) => settings.Current;

    private static Results<Ok<DeliverySettings>, ProblemHttpResult> SaveSettings(
        DeliverySettings given, DeliverySettingsStore settings, Wording wording)
    {
        if (given.FindInvalid() is { } field)
            return ControlProblem.Field(wording, field, wording[$"Problem_Setting_{field}"]);
        settings.Current = given;
        return TypedResults.Ok(given);
    }

    private static async Task<NoContent> ResetAsync(SimulatorReset reset)
    {
        await reset.RunAsync();
        return TypedResults.NoContent();
    }
}
