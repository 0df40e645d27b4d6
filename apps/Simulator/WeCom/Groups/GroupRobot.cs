namespace Hongyan.Simulator.WeCom;

/// <summary>A group robot (群机器人, 消息推送): whoever has its key can write in its group.</summary>
public sealed record GroupRobot
{
    /// <summary>The name in addresses of the simulator, for example <c>notice</c>.</summary>
    public required string Name { get; init; }

    /// <summary>As people see it.</summary>
    public required string DisplayName { get; init; }

    /// <summary>The key of its webhook address.</summary>
    public required string Key { get; init; }

    /// <summary>The group it is in.</summary>
    public required string ChatId { get; init; }
}
