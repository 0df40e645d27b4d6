namespace Hongyan.Server.Push;

/// <summary>What the log says of pushes: never what is pushed, and no secret.</summary>
internal static partial class PushLog
{
    [LoggerMessage(1, LogLevel.Warning, "Push: {Id} by account {Account} was not sent: {Reason}")]
    public static partial void NotSent(ILogger logger, string id, string account, string reason);

    [LoggerMessage(2, LogLevel.Error, "Push: nobody knows whether {Id} by account {Account} was sent: {Reason}")]
    public static partial void Unknown(ILogger logger, string id, string account, string reason);

    [LoggerMessage(3, LogLevel.Warning, "Push: how a request ended could not be written down: {Reason}")]
    public static partial void NotRemembered(ILogger logger, string reason);
}
