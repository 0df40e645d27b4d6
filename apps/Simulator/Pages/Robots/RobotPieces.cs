using Hongyan.Simulator.Chat;
using Hongyan.Simulator.Control;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Pages;

/// <summary>The pieces of a robot's page that the script fetches when something has changed.</summary>
internal static class RobotPieces
{
    public static void Map(WebApplication app)
    {
        var pieces = app.MapGroup("/wecom/robots/{robot}/{userId}/pieces").ExcludeFromDescription();
        pieces.MapGet("/entries", (string robot, string userId, RobotBook robots, SimulatedWorld world, ReadMarks marks) =>
            Piece(robots, world, robot, userId, (found, member) =>
            {
                marks.MarkRead(found.Name, member.UserId);
                return PageEndpoints.Render<RobotConversation>(new() { ["Robot"] = found, ["Member"] = member });
            }));
        pieces.MapGet("/entries/{id:long}", (string robot, string userId, long id, RobotBook robots, SimulatedWorld world, ConversationLog chats, ReadMarks marks, DeliveryLog deliveries) =>
            Piece(robots, world, robot, userId, (found, member) =>
            {
                if (Find(chats, found, member, id) is not { } message)
                    return Results.NotFound();
                marks.MarkRead(found.Name, member.UserId);
                return PageEndpoints.Render<RobotEntry>(new()
                {
                    ["Message"] = message, ["Viewer"] = member, ["Here"] = RobotPage.AddressOf(found.Name, member.UserId),
                    ["Delivery"] = deliveries.Find(message.DeliveryId),
                });
            }));
        pieces.MapGet("/wire/{id:long}", (string robot, string userId, long id, RobotBook robots, SimulatedWorld world, ConversationLog chats) =>
            Piece(robots, world, robot, userId, (found, member) =>
                PageEndpoints.Render<RobotWire>(new() { ["Message"] = Find(chats, found, member, id) })));
        pieces.MapGet("/people", (string robot, string userId, RobotBook robots, SimulatedWorld world) =>
            Piece(robots, world, robot, userId, (found, member) => PageEndpoints.Render<RobotPeople>(new() { ["Robot"] = found, ["Selected"] = member })));
        pieces.MapGet("/places", (string robot, string userId, RobotBook robots, SimulatedWorld world) =>
            Piece(robots, world, robot, userId, (found, member) => PageEndpoints.Render<PlaceNav>(new() { ["Robot"] = found.Name, ["Member"] = member })));
        pieces.MapGet("/faults", (string robot, string userId, RobotBook robots, SimulatedWorld world) =>
            Piece(robots, world, robot, userId, (found, member) =>
                PageEndpoints.Render<RobotFaultPanel>(new() { ["Robot"] = found, ["Here"] = RobotPage.AddressOf(found.Name, member.UserId) })));
        pieces.MapGet("/message/{type}", (string robot, string userId, string type, RobotBook robots, SimulatedWorld world) =>
            Piece(robots, world, robot, userId, (found, member) => RobotMessageRules.Types.Contains(type)
                ? PageEndpoints.Render<RobotMessageForm>(new() { ["Here"] = RobotPage.AddressOf(found.Name, member.UserId), ["Type"] = type })
                : Results.NotFound()));
    }

    private static ChatMessage? Find(ConversationLog chats, WeComRobot robot, Member member, long id) =>
        chats.Read(robot.Name, member.UserId).FirstOrDefault(entry => entry.Id == id);

    private static IResult Piece(RobotBook robots, SimulatedWorld world, string robot, string userId, Func<WeComRobot, Member, IResult> render) =>
        robots.Find(robot) is { } found && world.FindMember(userId) is { } member ? render(found, member) : Results.NotFound();
}
