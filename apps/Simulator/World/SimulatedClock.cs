using Hongyan.Simulator.Live;

namespace Hongyan.Simulator.World;

/// <summary>
/// The time on the platform's side: of messages, timestamps, tokens and media. It runs as the real one does and can be moved forward;
/// how long the platform waits for a bot is always real time.
/// </summary>
public sealed class SimulatedClock(TimeProvider time, LiveFeed feed)
{
    /// <summary>How far ahead of the real time it can be.</summary>
    public static readonly TimeSpan MaxOffset = TimeSpan.FromDays(3650);

    private long _offsetTicks;

    /// <summary>It was moved forward.</summary>
    public event Action? Advanced;

    /// <summary>The time on the platform's side.</summary>
    public DateTimeOffset Now => RealNow + Offset;

    /// <summary>The time of this machine.</summary>
    public DateTimeOffset RealNow => time.GetUtcNow();

    /// <summary>How far it is ahead.</summary>
    public TimeSpan Offset => new(Interlocked.Read(ref _offsetTicks));

    /// <summary>Moves it forward; false when that is backward, or further than it goes.</summary>
    public bool TryAdvance(TimeSpan by)
    {
        if (by < TimeSpan.Zero || by > MaxOffset)
            return false;
        if (Interlocked.Add(ref _offsetTicks, by.Ticks) > MaxOffset.Ticks)
        {
            Interlocked.Add(ref _offsetTicks, -by.Ticks);
            return false;
        }
        feed.Publish(this);
        Advanced?.Invoke();
        return true;
    }

    /// <summary>Back to the real time.</summary>
    public void Reset()
    {
        if (Interlocked.Exchange(ref _offsetTicks, 0) != 0)
            feed.Publish(this);
    }
}
