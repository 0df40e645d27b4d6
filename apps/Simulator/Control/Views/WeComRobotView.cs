using Hongyan.Simulator.WeCom;

namespace Hongyan.Simulator.Control;

/// <summary>An AI robot (智能机器人), with everything its bot must be configured with.</summary>
/// <param name="Name">Name in addresses of the simulator.</param>
/// <param name="DisplayName">As people see it, and as they name it in a group.</param>
/// <param name="RobotId">aibotid.</param>
/// <param name="CallbackUrl">Where callbacks go.</param>
/// <param name="Token">Token.</param>
/// <param name="EncodingAESKey">EncodingAESKey.</param>
/// <param name="Groups">chatids of the groups that it is in.</param>
public sealed record WeComRobotView(
    string Name, string DisplayName, string RobotId, string CallbackUrl, string Token, string EncodingAESKey, IReadOnlyList<string> Groups)
{
    /// <summary>Shows a robot.</summary>
    public static WeComRobotView Of(WeComRobot robot, RobotBook robots) => new(
        robot.Name, robot.DisplayName, robot.RobotId, robot.Callback.CallbackUrl, robot.Callback.Token, robot.Callback.EncodingAESKey, robots.GroupsOf(robot));
}
