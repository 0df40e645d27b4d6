namespace Hongyan.Client.Tests;

/// <summary>A clock that stands still until it is moved; timers fire while it moves.</summary>
internal sealed class ManualTimeProvider : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        lock (_gate)
            _timers.Add(timer);
        return timer;
    }

    /// <summary>Waits until somebody pauses for at most so long, or the call has ended. What waits longer is a time-out.</summary>
    public async Task<TimeSpan?> PauseBeginsAsync(Task call, TimeSpan atMost)
    {
        while (!call.IsCompleted)
        {
            lock (_gate)
            {
                var next = _timers.Select(timer => timer.DueAt).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
                if (next - _now <= atMost)
                    return next - _now;
            }
            await Task.Yield();
        }
        return null;
    }

    /// <summary>Moves the clock to the end of each pause of a call as it begins, until the call has ended.</summary>
    public async Task PassPausesAsync(Task call, TimeSpan atMost)
    {
        while (await PauseBeginsAsync(call, atMost) is { } pause)
            Advance(pause);
    }

    public void Advance(TimeSpan by)
    {
        List<ManualTimer> due;
        lock (_gate)
        {
            _now += by;
            due = [.. _timers.Where(timer => timer.DueAt <= _now)];
        }
        foreach (var timer in due)
            timer.Fire();
    }

    private sealed class ManualTimer(ManualTimeProvider time, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset DueAt { get; private set; } = DateTimeOffset.MaxValue;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            DueAt = dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : time.GetUtcNow() + dueTime;
            return true;
        }

        public void Fire()
        {
            DueAt = DateTimeOffset.MaxValue;
            callback(state);
        }

        public void Dispose()
        {
            lock (time._gate)
                time._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
