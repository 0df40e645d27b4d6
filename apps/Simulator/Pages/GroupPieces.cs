using Hongyan.Simulator.Chat;
using Hongyan.Simulator.WeCom;
using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Pages;

/// <summary>The pieces of a group's page that the script fetches when something has changed.</summary>
internal static class GroupPieces
{
    public static void Map(WebApplication app)
    {
        var pieces = app.MapGroup("/wecom/groups/{chatId}/{userId}/pieces").ExcludeFromDescription();
        pieces.MapGet("/entries", (string chatId, string userId, SimulatedWorld world, GroupChats groups, ReadMarks marks) =>
            Piece(world, groups, chatId, userId, (group, member) =>
            {
                marks.MarkGroupRead(group.ChatId, member.UserId);
                return PageEndpoints.Render<GroupView>(new() { ["Group"] = group, ["Member"] = member });
            }));
        pieces.MapGet("/entries/{id:long}", (string chatId, string userId, long id, SimulatedWorld world, GroupChats groups, ConversationLog chats, ReadMarks marks, RobotBook robots, DeliveryLog deliveries) =>
            Piece(world, groups, chatId, userId, (group, member) =>
            {
                if (chats.ReadGroup(group.ChatId).FirstOrDefault(entry => entry.Id == id) is not { } message)
                    return Results.NotFound();
                marks.MarkGroupRead(group.ChatId, member.UserId);
                if (RobotEntry.Shows(message, robots))
                {
                    return PageEndpoints.Render<RobotEntry>(new()
                    {
                        ["Message"] = message, ["Viewer"] = member, ["Here"] = GroupPage.AddressOf(group.ChatId, member.UserId),
                        ["Delivery"] = deliveries.Find(message.DeliveryId),
                    });
                }
                return PageEndpoints.Render<ChatEntry>(new() { ["Message"] = message, ["Member"] = member, ["Here"] = GroupPage.AddressOf(group.ChatId, member.UserId) });
            }));
        pieces.MapGet("/wire/{id:long}", (string chatId, string userId, long id, SimulatedWorld world, GroupChats groups, ConversationLog chats) =>
            Piece(world, groups, chatId, userId, (group, _) =>
                PageEndpoints.Render<RobotWire>(new() { ["Message"] = chats.ReadGroup(group.ChatId).FirstOrDefault(entry => entry.Id == id) })));
        pieces.MapGet("/people", (string chatId, string userId, SimulatedWorld world, GroupChats groups) =>
            Piece(world, groups, chatId, userId, (group, member) => PageEndpoints.Render<GroupPeople>(new() { ["Group"] = group, ["Selected"] = member })));
        pieces.MapGet("/places", (string chatId, string userId, SimulatedWorld world, GroupChats groups) =>
            Piece(world, groups, chatId, userId, (group, member) => PageEndpoints.Render<PlaceNav>(new() { ["ChatId"] = group.ChatId, ["Member"] = member })));
    }

    private static IResult Piece(SimulatedWorld world, GroupChats groups, string chatId, string userId, Func<GroupChat, Member, IResult> render) =>
        groups.Find(chatId) is { } group && GroupPage.FindIn(world, group, userId) is { } member ? render(group, member) : Results.NotFound();
}
