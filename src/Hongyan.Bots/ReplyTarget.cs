namespace Hongyan;

/// <summary>What a passive reply answers.</summary>
/// <param name="Incoming">The message.</param>
/// <param name="Key">What makes it the same message when it comes again.</param>
/// <param name="IsStreaming">Whether a stream has begun that this ends.</param>
/// <param name="Now">The time.</param>
internal readonly record struct ReplyTarget(Incoming Incoming, MessageKey Key, bool IsStreaming, DateTimeOffset Now);
