using Hongyan.Simulator.Chat;
using Hongyan.Simulator.OfficialAccount;
using Hongyan.Simulator.Resources;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hongyan.Simulator.Control;

/// <summary>Acting as somebody around a 公众号, and reading what was said.</summary>
internal static class FollowerEndpoints
{
    private const string WaitNote =
        "wait=true：等到投递结束，返回 200 和投递的全部内容（含回复）。wait=true waits for the end and answers 200 with the delivery and its reply.";

    private const int MaxName = 32;

    public static void Map(RouteGroupBuilder sim)
    {
        var people = sim.MapGroup("/official-accounts/{account}/people").WithTags("officialAccounts");
        people.MapGet("", ReadAll)
            .WithSummary("公众号周围的人：关注的和还没关注的。The people around an Official Account.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        people.MapPost("", Add)
            .WithSummary("加一个还没关注的人。Adds somebody who does not follow yet.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);

        var person = people.MapGroup("/{openId}");
        person.MapGet("", Read)
            .WithSummary("一个人，和还能给他发的客服消息。One person, with what can still be sent.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        Describe(person.MapPost("/messages", SendMessageAsync),
            "以关注者身份发消息：text、image、voice、video、shortvideo、location、link。Sends a message as a follower.");
        Describe(person.MapPost("/events", SendEventAsync), "触发事件：subscribe、unsubscribe、SCAN、CLICK、LOCATION……Triggers an event.");
        Describe(person.MapPost("/scans", ScanAsync), "扫带参数的二维码：已关注的是 SCAN，没关注的是 subscribe。Scans a QR code with a scene.");
        Describe(person.MapPost("/taps", TapAsync), "点菜单里叫这个名字的项；素材当场显示，不通知机器人。Taps the menu entry of this name.")
            .Produces<MessageView>(StatusCodes.Status201Created);
        person.MapGet("/conversation", ReadConversation)
            .WithSummary("读会话，从旧到新。Reads the conversation, oldest first.")
            .Produces<IEnumerable<MessageView>>()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder endpoint, string summary) => endpoint
        .WithSummary(summary).WithDescription(WaitNote)
        .Produces<SentView>(StatusCodes.Status202Accepted).Produces<DeliveryView>()
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity).ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static Results<Ok<IEnumerable<FollowerView>>, ProblemHttpResult> ReadAll(
        string account, SimulatedWorld world, Followers followers, ReplyWindows windows, Wording wording) =>
        world.FindAccount(account) is { } found
            ? TypedResults.Ok(followers.Of(found).Select(each => FollowerView.Of(found, each, windows)))
            : ControlProblem.NoOfficialAccount(wording, account);

    private static Results<Ok<FollowerView>, ProblemHttpResult> Add(
        string account, NewPerson given, SimulatedWorld world, Followers followers, ReplyWindows windows, Wording wording)
    {
        if (world.FindAccount(account) is not { } found)
            return ControlProblem.NoOfficialAccount(wording, account);
        var name = given.Name.Trim();
        return name.Length is 0 or > MaxName
            ? ControlProblem.Field(wording, "name", wording["Problem_PersonName", MaxName])
            : TypedResults.Ok(FollowerView.Of(found, followers.Add(found, name), windows));
    }

    private static Results<Ok<FollowerView>, ProblemHttpResult> Read(
        string account, string openId, SimulatedWorld world, Followers followers, ReplyWindows windows, Wording wording)
    {
        if (world.FindAccount(account) is not { } found)
            return ControlProblem.NoOfficialAccount(wording, account);
        return followers.Find(found, openId) is { } follower
            ? TypedResults.Ok(FollowerView.Of(found, follower, windows))
            : ControlProblem.NoFollower(wording, openId);
    }

    private static Task<IResult> SendMessageAsync(
        string account, string openId, MemberMessage message, [AsParameters] FollowerContext context, bool wait = false) =>
        SendAsync(account, openId, wait, context, (found, follower) => context.Act.Send(found, follower, message));

    private static Task<IResult> SendEventAsync(
        string account, string openId, MemberEvent @event, [AsParameters] FollowerContext context, bool wait = false) =>
        SendAsync(account, openId, wait, context, (found, follower) => context.Act.Send(found, follower, @event));

    private static Task<IResult> ScanAsync(string account, string openId, SceneScan scan, [AsParameters] FollowerContext context, bool wait = false) =>
        SendAsync(account, openId, wait, context, (found, follower) => context.Act.Scan(found, follower, scan.Scene, scan.Ticket));

    private static async Task<IResult> TapAsync(string account, string openId, MenuTap tap, [AsParameters] FollowerContext context, bool wait = false)
    {
        ChatMessage? material = null;
        var answer = await SendAsync(account, openId, wait, context, (found, follower) =>
        {
            (var sent, material) = context.Act.Tap(found, follower, tap.Name);
            return sent ?? SendResult.Refused("", "");
        });
        return material is null ? answer : TypedResults.Created((string?)null, MessageView.Of(material, context.Wording));
    }

    private static async Task<IResult> SendAsync(
        string account, string openId, bool wait, FollowerContext context, Func<Account, Follower, SendResult> send)
    {
        var wording = context.Wording;
        if (context.World.FindAccount(account) is not { } found)
            return ControlProblem.NoOfficialAccount(wording, account);
        if (context.Followers.Find(found, openId) is not { } follower)
            return ControlProblem.NoFollower(wording, openId);
        if (context.Engine.IsBusy)
            return ControlProblem.Of(wording, StatusCodes.Status503ServiceUnavailable, "Problem_Busy", "Problem_Busy_Detail", DeliveryEngine.MaxPending);

        var result = send(found, follower);
        if (result.Delivery is not { } delivery)
            return ControlProblem.Field(wording, result.Field, result.Problem);
        if (!wait)
            return TypedResults.Accepted($"{ControlApi.Prefix}/deliveries/{delivery.Id}", new SentView(delivery.MessageId, delivery.Id));
        return TypedResults.Ok(DeliveryView.Of(await context.Engine.WaitAsync(delivery, context.CancellationToken), wording));
    }

    private static IResult ReadConversation(
        string account, string openId, SimulatedWorld world, Followers followers, ConversationLog chats, Wording wording)
    {
        if (world.FindAccount(account) is not { } found)
            return ControlProblem.NoOfficialAccount(wording, account);
        if (followers.Find(found, openId) is not { } follower)
            return ControlProblem.NoFollower(wording, openId);
        return TypedResults.Ok(chats.Read(found.Name, follower.OpenId).Select(message => MessageView.Of(message, wording)));
    }

    /// <summary>What acting needs besides what is done.</summary>
    internal readonly record struct FollowerContext(
        SimulatedWorld World, Followers Followers, DeliveryEngine Engine, FollowerAct Act, Wording Wording, CancellationToken CancellationToken);
}
