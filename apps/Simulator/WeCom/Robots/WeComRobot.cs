namespace Hongyan.Simulator.WeCom;

/// <summary>
/// An AI robot (智能机器人): members talk with it alone, or name it in a group, and its bot is called back.
/// Not to be taken for a group robot (<see cref="GroupRobot"/>, 群机器人), which speaks and hears nothing.
/// </summary>
public sealed record WeComRobot
{
    /// <summary>The name in addresses of the simulator, for example <c>robot</c>.</summary>
    public required string Name { get; init; }

    /// <summary>As people see it, and as they name it in a group.</summary>
    public required string DisplayName { get; init; }

    /// <summary>aibotid.</summary>
    public required string RobotId { get; init; }

    /// <summary>API 模式: where callbacks go and how they are sealed. The receiveid is empty.</summary>
    public required CallbackSettings Callback { get; init; }

    /// <summary>The command that starts the bot of a sample robot; empty when nobody can know.</summary>
    public string StartCommand { get; init; } = "";
}
