using Hongyan.Simulator.Chat;
using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Control;

/// <summary>Pressing the buttons of cards that apps have sent.</summary>
internal static class CardEndpoints
{
    public static void Map(RouteGroupBuilder sim) =>
        sim.MapPost("/apps/{app}/members/{userId}/conversation/{id:long}/click", ClickAsync).WithTags("chat")
            .WithSummary("点模板卡片上的按钮或右上角菜单：机器人收到 template_card_event。Presses a button of a template card.")
            .WithDescription(
                "id 是会话里卡片那一条的编号。selectedItems 不给的题按卡片上预选的算。wait=true：等到投递结束。"
                + "id: the card's entry in the conversation. wait=true waits for the end of the delivery.")
            .Produces<SentView>(StatusCodes.Status202Accepted).Produces<DeliveryView>()
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> ClickAsync(
        string app, string userId, long id, CardClick click, [AsParameters] ClickContext context, bool wait = false)
    {
        var wording = context.Wording;
        if (context.World.FindApp(app) is not { } foundApp)
            return ControlProblem.NoApp(wording, app);
        if (context.World.FindMember(userId) is not { } member)
            return ControlProblem.NoMember(wording, userId);
        var entry = context.Chats.Read(foundApp.Name, member.UserId).FirstOrDefault(each => each.Id == id);
        if (entry?.Active is not { Card: not null, IsRecalled: false })
            return ControlProblem.Of(wording, StatusCodes.Status404NotFound, "Problem_NoCard", "Problem_NoCard_Detail", id);
        if (context.Engine.IsBusy)
            return ControlProblem.Of(wording, StatusCodes.Status503ServiceUnavailable, "Problem_Busy", "Problem_Busy_Detail", DeliveryEngine.MaxPending);

        var result = context.Clicks.Click(foundApp, member, entry, click);
        if (result.Delivery is not { } delivery)
            return ControlProblem.Field(wording, result.Field, result.Problem);
        if (!wait)
            return TypedResults.Accepted($"{ControlApi.Prefix}/deliveries/{delivery.Id}", new SentView(delivery.MessageId, delivery.Id));
        return TypedResults.Ok(DeliveryView.Of(await context.Engine.WaitAsync(delivery, context.CancellationToken), wording));
    }

    /// <summary>What a click needs besides itself.</summary>
    internal readonly record struct ClickContext(
        SimulatedWorld World, ConversationLog Chats, DeliveryEngine Engine, CardClicks Clicks, Wording Wording, CancellationToken CancellationToken);
}
