namespace Hongyan.WeCom;

/// <summary>What the calls of a robot (智能机器人) need.</summary>
public sealed class RobotClientOptions
{
    /// <summary>The EncodingAESKey of the robot's page: files that people send it are encrypted with it.</summary>
    public required string EncodingAESKey { get; init; }

    /// <summary>How long a call waits for its whole answer, all tries together.</summary>
    /// <value>30 seconds.</value>
    public TimeSpan CallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a download waits for its first bytes.</summary>
    /// <value>5 minutes.</value>
    public TimeSpan TransferTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How often a call that failed for the moment is made again.</summary>
    /// <value>3; 0 turns it off.</value>
    public int Retries { get; init; } = 3;
}
