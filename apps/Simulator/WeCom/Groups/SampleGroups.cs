namespace Hongyan.Simulator.WeCom;

/// <summary>The group and the robot that exist without any configuration.</summary>
public static class SampleGroups
{
    /// <summary>项目群: everybody in one group, made by a member.</summary>
    public static GroupChat Project { get; } = new()
    {
        ChatId = "wrproject000000000000000000000001",
        Name = "项目群",
        Owner = "zhangsan",
        Members = ["zhangsan", "lisi", "wangwei", "zhaomin", "chenjing"],
    };

    /// <summary>通知机器人, in that group.</summary>
    public static GroupRobot Notice { get; } = new()
    {
        Name = "notice",
        DisplayName = "通知机器人",
        Key = "5f0c6a1e-93d7-4b52-8e4f-2a7d1c90b6e3",
        ChatId = Project.ChatId,
    };
}
