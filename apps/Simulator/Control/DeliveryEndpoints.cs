using Hongyan.Simulator.OfficialAccount;
using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hongyan.Simulator.Control;

/// <summary>What crossed the wire.</summary>
internal static class DeliveryEndpoints
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 1000;

    public static void Map(RouteGroupBuilder sim)
    {
        sim.MapGet("/deliveries", ReadLatest).WithTags("deliveries")
            .WithSummary("最近的投递，从新到旧；可按应用或公众号、成员或关注者筛选。The latest deliveries, newest first.")
            .WithDescription("limit：1–1000，默认 50。limit: 1 to 1000, 50 by default.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        sim.MapGet("/deliveries/{id:long}", Read).WithTags("deliveries")
            .WithSummary("一次投递的全部内容：每次请求、应答、解密后的 XML。One delivery with all attempts.")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Results<Ok<IEnumerable<DeliveryView>>, ProblemHttpResult> ReadLatest(
        DeliveryLog log, SimulatedWorld world, Followers followers, Wording wording, string? app = null, string? member = null, int limit = DefaultLimit)
    {
        if (app is not null && world.FindBot(app) is null)
            return ControlProblem.NoApp(wording, app);
        if (member is not null && FindPerson(member, world, followers) is null)
            return ControlProblem.NoMember(wording, member);
        if (limit is < 1 or > MaxLimit)
            return ControlProblem.Field(wording, "limit", wording["Problem_Limit", MaxLimit]);

        var latest = log.Latest(app is null ? null : world.FindBot(app), member is null ? null : FindPerson(member, world, followers), limit);
        return TypedResults.Ok(latest.Select(delivery => DeliveryView.Of(delivery, wording)));
    }

    private static string? FindPerson(string name, SimulatedWorld world, Followers followers) =>
        world.FindMember(name)?.UserId ?? world.Accounts.Select(account => followers.Find(account, name)?.OpenId).FirstOrDefault(found => found is not null);

    private static Results<Ok<DeliveryView>, ProblemHttpResult> Read(long id, DeliveryLog log, Wording wording) =>
        log.Find(id) is { } delivery
            ? TypedResults.Ok(DeliveryView.Of(delivery, wording))
            : ControlProblem.NoDelivery(wording, id);
}
