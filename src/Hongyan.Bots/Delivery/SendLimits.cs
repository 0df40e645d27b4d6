using System.Collections.Concurrent;

namespace Hongyan;

/// <summary>
/// Keeps an application below what the platform lets it send to one member: 30 messages a minute, beyond which it drops them without an
/// error (developer.work.weixin.qq.com/document/path/90312).
/// </summary>
internal sealed class SendLimits(TimeProvider time)
{
    private const int PerMinute = 30;

    private readonly ConcurrentDictionary<UserRef, Queue<long>> _sent = new();

    /// <summary>Takes one of the person's places in this minute.</summary>
    /// <returns>Null where there was one; otherwise when the next one is free.</returns>
    public DateTimeOffset? TryTake(UserRef person)
    {
        var sent = _sent.GetOrAdd(person, static _ => new());
        lock (sent)
        {
            while (sent.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= TimeSpan.FromMinutes(1))
                sent.Dequeue();
            if (sent.Count >= PerMinute)
                return time.GetUtcNow() + TimeSpan.FromMinutes(1) - time.GetElapsedTime(sent.Peek());
            sent.Enqueue(time.GetTimestamp());
            return null;
        }
    }
}
