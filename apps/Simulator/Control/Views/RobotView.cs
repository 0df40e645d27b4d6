using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Control;

/// <summary>A group robot.</summary>
/// <param name="Name">Name of the robot.</param>
/// <param name="DisplayName">As people see it.</param>
/// <param name="WebhookUrl">Where a program sends what the robot is to say.</param>
public sealed record RobotView(string Name, string DisplayName, string WebhookUrl)
{
    /// <summary>Shows a robot.</summary>
    public static RobotView Of(GroupRobot robot, string origin) =>
        new(robot.Name, robot.DisplayName, $"{origin}/cgi-bin/webhook/send?key={robot.Key}");
}
