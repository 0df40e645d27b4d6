using Hongyan.Simulator.Chat;
using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Control;

/// <summary>Acting as a member, and reading what was said.</summary>
internal static class ChatEndpoints
{
    private const string WaitNote =
        "wait=true：等到投递结束，返回 200 和投递的全部内容（含回复）。wait=true waits for the end and answers 200 with the delivery and its reply.";

    public static void Map(RouteGroupBuilder sim)
    {
        var member = sim.MapGroup("/apps/{app}/members/{userId}").WithTags("chat");
        member.MapPost("/messages", SendMessageAsync)
            .WithSummary("以成员身份发消息：text、image、voice、video、location、link。Sends a message as a member.")
            .WithDescription(WaitNote)
            .Produces<SentView>(StatusCodes.Status202Accepted).Produces<DeliveryView>()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        member.MapPost("/events", SendEventAsync)
            .WithSummary("以成员身份触发事件：enter_agent、subscribe、click……Triggers an event as a member.")
            .WithDescription(WaitNote)
            .Produces<SentView>(StatusCodes.Status202Accepted).Produces<DeliveryView>()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        member.MapGet("/conversation", ReadConversation)
            .WithSummary("读会话，从旧到新。Reads the conversation, oldest first.")
            .Produces<IEnumerable<MessageView>>()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Task<IResult> SendMessageAsync(
        string app, string userId, MemberMessage message, [AsParameters] SendContext context, bool wait = false) =>
        SendAsync(app, userId, wait, context, (foundApp, member) => context.Action.Send(foundApp, member, message));

    private static Task<IResult> SendEventAsync(
        string app, string userId, MemberEvent @event, [AsParameters] SendContext context, bool wait = false) =>
        SendAsync(app, userId, wait, context, (foundApp, member) => context.Action.Send(foundApp, member, @event));

    private static async Task<IResult> SendAsync(
        string app, string userId, bool wait, SendContext context, Func<WeComApp, Member, SendResult> send)
    {
        var wording = context.Wording;
        if (context.World.FindApp(app) is not { } foundApp)
            return ControlProblem.NoApp(wording, app);
        if (context.World.FindMember(userId) is not { } member)
            return ControlProblem.NoMember(wording, userId);
        if (context.Engine.IsBusy)
            return ControlProblem.Of(wording, StatusCodes.Status503ServiceUnavailable, "Problem_Busy", "Problem_Busy_Detail", DeliveryEngine.MaxPending);

        var result = send(foundApp, member);
        if (result.Delivery is not { } delivery)
            return ControlProblem.Field(wording, result.Field, result.Problem);
        if (!wait)
            return TypedResults.Accepted($"{ControlApi.Prefix}/deliveries/{delivery.Id}", new SentView(delivery.MessageId, delivery.Id));
        return TypedResults.Ok(DeliveryView.Of(await context.Engine.WaitAsync(delivery, context.CancellationToken), wording));
    }

    private static IResult ReadConversation(string app, string userId, SimulatedWorld world, ConversationLog chats, Wording wording)
    {
        if (world.FindApp(app) is not { } foundApp)
            return ControlProblem.NoApp(wording, app);
        if (world.FindMember(userId) is not { } member)
            return ControlProblem.NoMember(wording, userId);
        return TypedResults.Ok(chats.Read(foundApp.Name, member.UserId).Select(message => MessageView.Of(message, wording)));
    }

    /// <summary>What sending needs besides the message.</summary>
    internal readonly record struct SendContext(
        SimulatedWorld World, DeliveryEngine Engine, MemberAction Action, Wording Wording, CancellationToken CancellationToken);
}
