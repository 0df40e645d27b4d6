namespace Hongyan.WeCom;

/// <summary>One group robot (群机器人, 消息推送), in the section that is named to <c>AddGroupRobot(name, section)</c>.</summary>
public sealed class GroupRobotOptions
{
    /// <summary>
    /// The webhook address as the group's page shows it, <c>https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…</c>. A secret: whoever has
    /// it can write in the group. Required; point it at the simulator to develop.
    /// </summary>
    public string WebhookUrl { get; set; } = "";
}
