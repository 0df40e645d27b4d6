using System.Collections.Concurrent;

namespace Hongyan.Server.Push;

/// <summary>How many requests of one key are taken in a minute.</summary>
internal sealed class PushRate(int perMinute, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Queue<long>> _taken = new(StringComparer.Ordinal);

    /// <summary>Takes a place in this minute.</summary>
    /// <returns>Null where there was one; otherwise how long until the next is free.</returns>
    public TimeSpan? TryTake(PushKey key)
    {
        var taken = _taken.GetOrAdd(key.Name, static _ => new());
        lock (taken)
        {
            while (taken.TryPeek(out var oldest) && time.GetElapsedTime(oldest) >= TimeSpan.FromMinutes(1))
                taken.Dequeue();
            if (taken.Count >= perMinute)
                return TimeSpan.FromMinutes(1) - time.GetElapsedTime(taken.Peek());
            taken.Enqueue(time.GetTimestamp());
            return null;
        }
    }
}
