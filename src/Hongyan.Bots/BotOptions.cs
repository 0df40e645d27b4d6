namespace Hongyan;

/// <summary>How the bots of this process behave. Section <c>Bots</c>.</summary>
public sealed class BotOptions
{
    /// <summary>What the person reads when a handler throws, such as 出错了，请稍后再试。</summary>
    /// <value>null: nothing is answered.</value>
    public string? ErrorReply { get; set; }

    /// <summary>How long a handler may run before its <see cref="CancellationToken"/> ends.</summary>
    /// <value>5 minutes; at most a day.</value>
    public TimeSpan HandlerTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long an answer is kept for a message that the platform delivers again.</summary>
    /// <value>10 minutes, and never less than one; the platform gives up after some 15 seconds.</value>
    public TimeSpan DuplicateWindow { get; set; } = TimeSpan.FromMinutes(10);
}
