using Microsoft.Extensions.Logging;

namespace Hongyan;

/// <summary>What is said about the runs of messages.</summary>
internal sealed partial class MessageRuns
{
    [LoggerMessage(5, LogLevel.Warning, "Deliver: account {Account} has the answer to a {Kind} after {Seconds:F1} s, when the platform had hung up; it goes out if the platform delivers the message again or the person writes again")]
    private static partial void LogWaiting(ILogger logger, string account, string kind, double seconds);

    [LoggerMessage(6, LogLevel.Warning, "Deliver: {Count} handlers were still running when the time to stop was over")]
    private static partial void LogAbandoned(ILogger logger, int count);

    [LoggerMessage(7, LogLevel.Information, "Deliver: account {Account} has the answer to a {Kind} after {Seconds:F1} s; it is sent as a message")]
    private static partial void LogLate(ILogger logger, string account, string kind, double seconds);

    [LoggerMessage(8, LogLevel.Information, "Dedupe: no store is registered, so messages and answers are remembered in memory and forgotten at a restart; AddSqliteStorage or AddPostgreSqlStorage (Hongyan.Storage) keeps them")]
    private static partial void LogInMemory(ILogger logger);

    [LoggerMessage(9, LogLevel.Information, "Dedupe: {Count} accepted messages had no outcome when the last process ended; they run again")]
    private static partial void LogRecovered(ILogger logger, int count);

    [LoggerMessage(10, LogLevel.Warning, "Dedupe: a message of account {Account} has no outcome, and this process does not have the account; the message stays in the inbox")]
    private static partial void LogAccountGone(ILogger logger, string account);

    [LoggerMessage(11, LogLevel.Warning, "Dedupe: account {Account} could not accept a {Kind}; the platform delivers it again: {Reason}")]
    private static partial void LogRefused(ILogger logger, string account, string kind, string reason);

    [LoggerMessage(12, LogLevel.Warning, "Deliver: the outcome of a {Kind} of account {Account} cannot be written yet: {Reason}")]
    private static partial void LogPostponed(ILogger logger, string account, string kind, string reason);

    [LoggerMessage(13, LogLevel.Error, "Deliver: account {Account} could not bring a {Kind} to its end")]
    private static partial void LogBroken(ILogger logger, Exception failure, string account, string kind);

    [LoggerMessage(14, LogLevel.Warning, "Deliver: account {Account} ran a {Kind} that had been taken over or completed before; this outcome was dropped")]
    private static partial void LogLeaseLost(ILogger logger, string account, string kind);

    [LoggerMessage(15, LogLevel.Warning, "Deliver: account {Account} handed an answer over but could not write that down: {Reason}")]
    private static partial void LogHandOverLost(ILogger logger, string account, string reason);

    [LoggerMessage(16, LogLevel.Information, "Deliver: account {Account} cannot send messages by itself, which takes {Needed}; an answer that takes longer than the platform's retries waits for the person's next message")]
    private static partial void LogSilent(ILogger logger, string account, string needed);

    [LoggerMessage(17, LogLevel.Information, "Dedupe: account {Account} runs a {Kind} that another process left without an outcome")]
    private static partial void LogTakenOver(ILogger logger, string account, string kind);

    [LoggerMessage(18, LogLevel.Warning, "Deliver: account {Account} answered the {Kind} {MessageId} when its stream was over, and the message that follows takes text or a card only; left behind: {LeftBehind}")]
    private static partial void LogLeftBehind(ILogger logger, string account, string kind, string? messageId, string leftBehind);
}
