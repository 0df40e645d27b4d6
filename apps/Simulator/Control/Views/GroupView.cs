using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Control;

/// <summary>A group of members.</summary>
/// <param name="ChatId">chatid.</param>
/// <param name="Name">The group's name; empty where it has none.</param>
/// <param name="Owner">UserID of the owner.</param>
/// <param name="Members">UserIDs of the members.</param>
/// <param name="App">Name of the app that made it; null where people did.</param>
/// <param name="Robots">The robots in it.</param>
public sealed record GroupView(
    string ChatId, string Name, string Owner, IReadOnlyList<string> Members, string? App, IReadOnlyList<RobotView> Robots)
{
    /// <summary>Shows a group; webhook addresses begin with <paramref name="origin"/>.</summary>
    public static GroupView Of(GroupChat group, GroupChats groups, string origin) => new(
        group.ChatId, group.Name, group.Owner, group.Members, group.App,
        [.. groups.Robots.Where(robot => robot.ChatId == group.ChatId).Select(robot => RobotView.Of(robot, origin))]);
}
