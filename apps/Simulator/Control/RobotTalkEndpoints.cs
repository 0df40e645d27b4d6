using Hongyan.Simulator.Chat;
using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hongyan.Simulator.Control;

/// <summary>Talking with AI robots as a member, alone and in groups.</summary>
internal static class RobotTalkEndpoints
{
    private const string WaitNote =
        "wait=true：等到投递结束、流式回复说完（或六分钟到），返回 200 和全部经过。wait=true waits for the end of the delivery and of the stream that answers it.";

    private const string EntryNote = "id 是会话里那一条的编号，单聊和群里的都行。id: the entry's number, alone or in a group. ";

    public static void Map(RouteGroupBuilder sim)
    {
        var member = sim.MapGroup("/robots/{robot}/members/{userId}").WithTags("robots");
        Describe(member.MapPost("/messages", SayAsync), WaitNote)
            .WithSummary("单聊里对智能机器人说：text、image、mixed、voice、file、video，可以引用一条。Says something to a robot.");
        Describe(member.MapPost("/enter", EnterAsync), WaitNote)
            .WithSummary("进入单聊：当天第一次才有 enter_chat 事件。Enters the conversation: enter_chat, once a day.");
        Describe(member.MapPost("/conversation/{id:long}/click", ClickAsync), EntryNote + WaitNote)
            .WithSummary("点智能机器人发的模板卡片：template_card_event。Presses a button of a robot's card.");
        Describe(member.MapPost("/conversation/{id:long}/feedback", JudgeAsync), EntryNote + WaitNote)
            .WithSummary("评价一条说完的回复：准确、不准确（可附原因）、取消；回复带 feedback.id 才行。Says what a member thinks of a finished answer.");
        member.MapGet("/conversation", ReadConversation)
            .WithSummary("读与智能机器人的单聊，从旧到新。Reads the conversation of two, oldest first.")
            .Produces<IEnumerable<MessageView>>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        sim.MapPost("/groups/{chatId}/members/{userId}/messages", SayInGroupAsync).WithTags("robots")
            .WithSummary("在群里说：text、mixed。@ 到的智能机器人收到回调，没 @ 的收不到。Says something in a group; robots that are named with @ are called back.")
            .WithDescription(WaitNote)
            .Produces<GroupSentView>(StatusCodes.Status202Accepted).Produces<IEnumerable<RobotTurnView>>()
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder endpoint, string note) => endpoint
        .WithDescription(note)
        .Produces<SentView>(StatusCodes.Status202Accepted).Produces<RobotTurnView>()
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static Task<IResult> SayAsync(string robot, string userId, RobotMessage message, [AsParameters] TalkContext context, bool wait = false) =>
        ActAsync(robot, userId, wait, context, (found, member) => context.Acts.Say(found, member, message));

    // Without a body the generated description of [AsParameters] cannot be written.
    private static Task<IResult> EnterAsync(
        string robot, string userId, RobotBook robots, SimulatedWorld world, RobotDeliveries deliveries, RobotStreams streams, RobotActs acts,
        ConversationLog chats, Wording wording, CancellationToken cancellationToken, bool wait = false) =>
        ActAsync(robot, userId, wait, new(robots, world, deliveries, streams, acts, chats, wording, cancellationToken), acts.Enter);

    private static Task<IResult> ClickAsync(string robot, string userId, long id, CardClick click, [AsParameters] TalkContext context, bool wait = false) =>
        ActAsync(robot, userId, wait, context, (found, member) =>
            FindEntry(context, found, member, id) is { FromRobot.Card: not null } entry ? context.Acts.Click(found, member, entry, click) : null, id);

    private static Task<IResult> JudgeAsync(string robot, string userId, long id, RobotFeedback feedback, [AsParameters] TalkContext context, bool wait = false) =>
        ActAsync(robot, userId, wait, context, (found, member) =>
            FindEntry(context, found, member, id) is { FromRobot: not null } entry ? context.Acts.Judge(found, member, entry, feedback) : null, id);

    private static async Task<IResult> ActAsync(
        string robot, string userId, bool wait, TalkContext context, Func<WeComRobot, Member, SendResult?> act, long? id = null)
    {
        var wording = context.Wording;
        if (context.Robots.Find(robot) is not { } found)
            return ControlProblem.NoRobot(wording, robot);
        if (context.World.FindMember(userId) is not { } member)
            return ControlProblem.NoMember(wording, userId);
        if (context.Deliveries.IsBusy)
            return Busy(wording);
        if (act(found, member) is not { } result)
            return ControlProblem.Of(wording, StatusCodes.Status404NotFound, "Problem_NoAnswer", "Problem_NoAnswer_Detail", id!);
        if (result.Delivery is not { } delivery)
            return ControlProblem.Field(wording, result.Field, result.Problem);
        if (!wait)
            return TypedResults.Accepted($"{ControlApi.Prefix}/deliveries/{delivery.Id}", new SentView(delivery.MessageId, delivery.Id));
        var chatId = id is { } entry ? context.Chats.Find(entry)?.ChatId : null;
        return TypedResults.Ok(await TurnAsync(delivery, chatId, context));
    }

    private static async Task<IResult> SayInGroupAsync(
        string chatId, string userId, RobotMessage message, [AsParameters] TalkContext context, GroupChats groups, bool wait = false)
    {
        var wording = context.Wording;
        if (groups.Find(chatId) is not { } group)
            return ControlProblem.Of(wording, StatusCodes.Status404NotFound, "Problem_NoGroup", "Problem_NoGroup_Detail", chatId);
        if (context.World.FindMember(userId) is not { } member || !group.Members.Any(member.IsCalled))
            return ControlProblem.NoMember(wording, userId);
        if (context.Deliveries.IsBusy)
            return Busy(wording);

        var said = context.Acts.SayInGroup(group, member, message);
        if (said.Entry is not { } entry)
            return ControlProblem.Field(wording, said.Field, said.Problem);
        if (!wait)
            return TypedResults.Accepted(
                $"{ControlApi.Prefix}/groups/{group.ChatId}/conversation", new GroupSentView(entry.Id, [.. said.Deliveries.Select(delivery => delivery.Id)]));
        var turns = new List<RobotTurnView>();
        foreach (var delivery in said.Deliveries)
            turns.Add(await TurnAsync(delivery, group.ChatId, context));
        return TypedResults.Ok<IEnumerable<RobotTurnView>>(turns);
    }

    private static async Task<RobotTurnView> TurnAsync(Delivery delivery, string? chatId, TalkContext context) => RobotTurnView.Of(
        await context.Deliveries.WaitAsync(delivery, context.CancellationToken), chatId, context.Chats, context.Streams.Find(delivery.Id), context.Wording);

    // An entry of a group is everybody's who is in it.
    private static ChatMessage? FindEntry(TalkContext context, WeComRobot robot, Member member, long id) =>
        context.Chats.Find(id) is { } entry && entry.App == robot.Name && (entry.ChatId is not null || entry.Member == member.UserId) ? entry : null;

    private static IResult ReadConversation(string robot, string userId, RobotBook robots, SimulatedWorld world, ConversationLog chats, Wording wording)
    {
        if (robots.Find(robot) is not { } found)
            return ControlProblem.NoRobot(wording, robot);
        if (world.FindMember(userId) is not { } member)
            return ControlProblem.NoMember(wording, userId);
        return TypedResults.Ok(chats.Read(found.Name, member.UserId).Select(message => MessageView.Of(message, wording)));
    }

    private static ProblemHttpResult Busy(Wording wording) =>
        ControlProblem.Of(wording, StatusCodes.Status503ServiceUnavailable, "Problem_Busy", "Problem_Busy_Detail", DeliveryEngine.MaxPending);

    /// <summary>What talking needs besides what is said.</summary>
    internal readonly record struct TalkContext(
        RobotBook Robots, SimulatedWorld World, RobotDeliveries Deliveries, RobotStreams Streams, RobotActs Acts, ConversationLog Chats, Wording Wording,
        CancellationToken CancellationToken);
}
