namespace Hongyan;

/// <summary>How the bots of this process behave. Section <c>Bots</c>.</summary>
public sealed class BotOptions
{
    /// <summary>What the person reads when a handler throws, such as 出错了，请稍后再试。</summary>
    /// <value>null: nothing is answered.</value>
    public string? ErrorReply { get; set; }

    /// <summary>The language of what the library itself says to people, such as 已取消。</summary>
    /// <value><c>zh-CN</c>, or <c>en</c>. The language of the machine does not matter.</value>
    public string Language { get; set; } = "zh-CN";

    /// <summary>How long a delivery waits for the answer. The platform hangs up after five seconds; what comes later goes another way.</summary>
    /// <value>4.5 seconds; less than five.</value>
    public TimeSpan ReplyBudget { get; set; } = TimeSpan.FromSeconds(4.5);

    /// <summary>How often a message is run whose handler ends the process; then it is a dead letter.</summary>
    /// <value>3.</value>
    public int MaxRuns { get; set; } = 3;

    /// <summary>How long a message that cannot be sent is tried again; then it has expired.</summary>
    /// <value>A day.</value>
    public TimeSpan OutboxLifetime { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How long a handler may run before its <see cref="CancellationToken"/> ends.</summary>
    /// <value>5 minutes; at most a day.</value>
    public TimeSpan HandlerTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an answer is kept for a message that the platform delivers again.</summary>
    /// <value>10 minutes, and never less than one; the platform gives up after some 15 seconds.</value>
    public TimeSpan DuplicateWindow { get; set; } = TimeSpan.FromMinutes(10);
}
