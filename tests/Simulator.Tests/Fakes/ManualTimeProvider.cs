using System.Threading.Channels;

namespace Hongyan.Simulator.Tests.Fakes;

/// <summary>A clock that stands still until a test moves it.</summary>
internal sealed class ManualTimeProvider : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly Channel<TimeSpan> _set = Channel.CreateUnbounded<TimeSpan>();
    private DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <summary>Waits until somebody sets a timer of this length; earlier ones of other lengths are passed over.</summary>
    public async Task TimerOfAsync(TimeSpan dueTime, CancellationToken cancellationToken)
    {
        while (await _set.Reader.ReadAsync(cancellationToken) != dueTime)
        {
        }
    }

    /// <summary>Lets attempts run into the deadline whose answers are held back, once those are there.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <param name="before">What is looked at before the clock moves.</param>
    /// <param name="attempts">How many there are at this moment.</param>
    public async Task MissTheDeadlineAsync(CancellationToken cancellationToken, Func<Task>? before = null, int attempts = 1)
    {
        // The first timer of five seconds is the deadline, the second one waits it out although the answer is there.
        for (var timer = 0; timer < 2 * attempts; timer++)
            await TimerOfAsync(TimeSpan.FromSeconds(5), cancellationToken);
        if (before is not null)
            await before();
        Advance(TimeSpan.FromSeconds(5));
    }

    public void Advance(TimeSpan by)
    {
        List<ManualTimer> due;
        lock (_lock)
        {
            _now += by;
            due = [.. _timers.Where(timer => timer.DueAt <= _now)];
            due.ForEach(timer => _timers.Remove(timer));
        }
        due.ForEach(timer => timer.Fire());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class ManualTimer(ManualTimeProvider clock, Action fire) : ITimer
    {
        public DateTimeOffset DueAt { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                clock._timers.Remove(this);
                if (dueTime == Timeout.InfiniteTimeSpan)
                    return true;
                DueAt = clock._now + dueTime;
                clock._timers.Add(this);
            }
            clock._set.Writer.TryWrite(dueTime);
            return true;
        }

        public void Dispose()
        {
            lock (clock._lock)
                clock._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
