namespace Hongyan;

/// <summary>The account (应用 or 公众号) that a message came in through.</summary>
/// <param name="Name">Its name in the configuration, such as <c>demo</c>.</param>
/// <param name="Platform"><c>WeCom</c>, <c>WeComRobot</c> or <c>OfficialAccount</c>.</param>
/// <param name="Id">What the platform calls it: the corp id (企业ID) or the app id (AppID).</param>
/// <param name="AgentId">The application's id (AgentId); null where none is configured.</param>
public sealed record Account(string Name, string Platform, string Id, int? AgentId = null)
{
    /// <summary>What a group calls a robot (智能机器人), without <c>@</c>; empty where nobody configured it.</summary>
    public string RobotName { get; init; } = "";
}
