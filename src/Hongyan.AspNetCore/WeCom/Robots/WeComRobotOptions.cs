namespace Hongyan.WeCom;

/// <summary>
/// One robot (智能机器人), as its page API 模式 → URL 回调 shows it. Section <c>WeComRobot</c>, or any other that is named to
/// <c>AddWeComRobot(name, section)</c>.
/// </summary>
public sealed class WeComRobotOptions
{
    /// <summary>The Token of the robot's page: up to 32 letters and digits. Required.</summary>
    public string Token { get; set; } = "";

    /// <summary>The EncodingAESKey of the robot's page: 43 letters and digits. Files that people send are encrypted with it too. Required.</summary>
    public string EncodingAESKey { get; set; } = "";

    /// <summary>The robot's id (aibotid), for people who look at the accounts. Not needed.</summary>
    public string RobotId { get; set; } = "";

    /// <summary>
    /// The robot's name as a group mentions it, without <c>@</c>, such as <c>鸿雁 助手</c>. The platform does not send it; with it here the mention is
    /// cut out of a message whole and wherever it stands. Without it, the one that the message begins with is cut as far as its first blank.
    /// </summary>
    public string RobotName { get; set; } = "";

    /// <summary>Refuses callbacks whose timestamp is further from now than this.</summary>
    /// <value>null: the timestamp is not looked at, because a wrong clock must not lose messages.</value>
    public TimeSpan? MaxCallbackAge { get; set; }
}
