using Hongyan.Simulator.Chat;
using Hongyan.Simulator.Resources;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Hongyan.Simulator.Control;

/// <summary>Groups, what was said in them, and their robots.</summary>
internal static class GroupEndpoints
{
    private const int LongestName = 32;

    public static void Map(RouteGroupBuilder sim)
    {
        sim.MapGet("/groups", ReadAll).WithTags("groups")
            .WithSummary("群：应用创建的群聊，和有群机器人的群；含机器人的 webhook 地址。Groups with their robots' webhook addresses.");
        sim.MapGet("/groups/{chatId}/conversation", ReadConversation).WithTags("groups")
            .WithSummary("读群里的消息，从旧到新。Reads what was said in a group, oldest first.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        sim.MapPost("/groups/{chatId}/robots", AddRobot).WithTags("groups")
            .WithSummary("往群里添加一个群机器人，返回它的 webhook 地址。Adds a robot to a group.")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
    }

    private static IEnumerable<GroupView> ReadAll(GroupChats groups, HttpContext context) =>
        groups.All.Select(group => GroupView.Of(group, groups, OriginOf(context)));

    private static Results<Ok<IEnumerable<MessageView>>, ProblemHttpResult> ReadConversation(
        string chatId, GroupChats groups, ConversationLog chats, Wording wording) =>
        groups.Find(chatId) is null
            ? NoGroup(wording, chatId)
            : TypedResults.Ok(chats.ReadGroup(chatId).Select(message => MessageView.Of(message, wording)));

    private static Results<Ok<RobotView>, ProblemHttpResult> AddRobot(
        string chatId, NewRobot given, GroupChats groups, RobotBook robots, SimulatedWorld world, Wording wording, HttpContext context)
    {
        if (groups.Find(chatId) is null)
            return NoGroup(wording, chatId);
        var isName = given.Name.Length is > 0 and <= LongestName && given.Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            // Faults are set and conversations are kept by name, for all kinds.
            && world.FindCaller(given.Name) is null && robots.Find(given.Name) is null;
        var robot = new GroupRobot
        {
            Name = given.Name,
            DisplayName = string.IsNullOrWhiteSpace(given.DisplayName) ? given.Name : given.DisplayName,
            Key = Guid.NewGuid().ToString(),
            ChatId = chatId,
        };
        return isName && groups.TryAdd(robot)
            ? TypedResults.Ok(RobotView.Of(robot, OriginOf(context)))
            : ControlProblem.Field(wording, "name", wording["Problem_RobotName"]);
    }

    private static ProblemHttpResult NoGroup(Wording wording, string chatId) =>
        ControlProblem.Of(wording, StatusCodes.Status404NotFound, "Problem_NoGroup", "Problem_NoGroup_Detail", chatId);

    private static string OriginOf(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}";
}
