namespace Hongyan.Simulator.WeCom;

/// <summary>How far a robot's stream is.</summary>
public enum RobotStreamState
{
    /// <summary>The bot is asked for more.</summary>
    Running,

    /// <summary>The bot said finish.</summary>
    Finished,

    /// <summary>The time was over before the bot said finish.</summary>
    CutOff,

    /// <summary>Given up because of a reset or the end of the simulator.</summary>
    Cancelled,
}
