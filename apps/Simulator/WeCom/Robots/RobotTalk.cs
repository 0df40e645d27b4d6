using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>Who talks with a robot, and where.</summary>
/// <param name="Robot">The robot.</param>
/// <param name="Member">Who talks.</param>
/// <param name="ChatId">The group in which the robot was named; null in a conversation of two.</param>
internal sealed record RobotTalk(WeComRobot Robot, Member Member, string? ChatId);
