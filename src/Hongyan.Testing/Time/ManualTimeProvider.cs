namespace Hongyan.Testing;

/// <summary>
/// A clock that stands still until a test moves it. Everything that takes a <see cref="TimeProvider"/> can wait on it: delays, timeouts
/// and periodic timers end when the clock passes them, in the order of their times, without a moment of real waiting. Safe to share
/// between threads.
/// </summary>
public sealed class ManualTimeProvider : TimeProvider
{
    private static readonly TimeZoneInfo Shanghai =
        TimeZoneInfo.CreateCustomTimeZone("Asia/Shanghai", TimeSpan.FromHours(8), "(UTC+08:00) 北京", "中国标准时间");

    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _pending = [];
    private readonly List<(TimeSpan DueIn, TaskCompletionSource Found)> _watchers = [];
    private DateTimeOffset _start;
    private TimeSpan _elapsed;
    private TimeSpan _goal;
    private long _scheduled;
    private TimeZoneInfo _localTimeZone = Shanghai;

    /// <summary>Starts on Monday, 5 January 2026, 9:00 in Shanghai: the same in every run.</summary>
    public ManualTimeProvider()
        : this(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.FromHours(8)))
    {
    }

    /// <summary>Starts at the time given.</summary>
    public ManualTimeProvider(DateTimeOffset start) => _start = start.ToUniversalTime();

    /// <summary>Where <see cref="TimeProvider.GetLocalNow"/> is: UTC+8 whatever the machine, until it is set.</summary>
    public override TimeZoneInfo LocalTimeZone => Volatile.Read(ref _localTimeZone);

    /// <summary>Ticks of 100 ns.</summary>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Moves to another time zone.</summary>
    public void SetLocalTimeZone(TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        Volatile.Write(ref _localTimeZone, zone);
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _start + _elapsed;
    }

    /// <summary>The time that has passed since the start, in ticks. Unlike the time of day it never goes back.</summary>
    public override long GetTimestamp()
    {
        lock (_lock)
            return _elapsed.Ticks;
    }

    /// <summary>
    /// Lets time pass. Timers fire on the calling thread, each at its own time, before this returns; what they wake with <c>await</c>
    /// may still be on its way then. An exception of a timer's callback comes out here.
    /// </summary>
    /// <param name="time">How much; zero or more.</param>
    public void Advance(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        TimeSpan goal;
        lock (_lock)
        {
            // Two threads that advance at once add up, so each adds to what the other is heading for.
            _goal += time;
            goal = _goal;
        }
        FireUntil(goal);
    }

    /// <summary>
    /// Lets time pass as for a machine that slept: everybody finds the clock at its new time at once, and a periodic timer fires once for
    /// all that it missed. For days in which nothing but the end matters; <see cref="Advance"/> would live through every minute of them.
    /// </summary>
    /// <param name="time">How much; zero or more.</param>
    public void Skip(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        TimeSpan goal;
        lock (_lock)
        {
            _goal += time;
            goal = _goal;
            _elapsed = Max(_elapsed, goal);
        }
        FireUntil(goal);
    }

    /// <summary>
    /// Sets the time of day. Forwards it passes as with <see cref="Advance"/>. Backwards the clock was corrected: the time of day
    /// changes, but no timer waits longer for it.
    /// </summary>
    public void SetUtcNow(DateTimeOffset now)
    {
        TimeSpan goal;
        lock (_lock)
        {
            var ahead = now - (_start + _goal);
            if (ahead < TimeSpan.Zero)
                _start += ahead;
            else
                _goal += ahead;
            goal = _goal;
        }
        FireUntil(goal);
    }

    /// <summary>
    /// Completes once something waits on this clock for exactly this long from now, at once where it does already. To be awaited before
    /// <see cref="Advance"/>, so that the code under test has reached its wait.
    /// </summary>
    /// <exception cref="BotTestException">Nothing waited for it within <see cref="TestTimeouts.Default"/>.</exception>
    public async Task WaitForTimerAsync(TimeSpan dueIn)
    {
        var found = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_pending.Exists(timer => timer.DueAt - _elapsed == dueIn))
                return;
            _watchers.Add((dueIn, found));
        }
        try
        {
            await found.Task.WaitAsync(TestTimeouts.Default).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            throw new BotTestException($"Nothing waited for {dueIn:c} on this clock within {TestTimeouts.Default.TotalSeconds:0} s. Does the code take the TimeProvider of the host?");
        }
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    internal bool Schedule(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        TimeSpan now;
        lock (_lock)
        {
            if (timer.IsDisposed)
                return false;
            _pending.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan)
                return true;
            now = _elapsed;
            timer.Period = period;
            Enqueue(timer, now + dueTime);
        }
        if (dueTime == TimeSpan.Zero)
            FireUntil(now);
        return true;
    }

    internal void Dispose(ManualTimer timer)
    {
        lock (_lock)
        {
            timer.IsDisposed = true;
            _pending.Remove(timer);
        }
    }

    private void Enqueue(ManualTimer timer, TimeSpan dueAt)
    {
        timer.DueAt = dueAt;
        timer.Order = _scheduled++;
        _pending.Add(timer);
        foreach (var watcher in _watchers.Where(watcher => watcher.DueIn == dueAt - _elapsed))
            watcher.Found.TrySetResult();
        _watchers.RemoveAll(watcher => watcher.Found.Task.IsCompleted);
    }

    private void FireUntil(TimeSpan goal)
    {
        while (TakeNext(goal) is { } timer)
            timer.Fire();
    }

    private ManualTimer? TakeNext(TimeSpan goal)
    {
        lock (_lock)
        {
            var next = _pending.MinBy(timer => (timer.DueAt, timer.Order));
            if (next is null || next.DueAt > goal)
            {
                _elapsed = Max(_elapsed, goal);
                return null;
            }

            _elapsed = Max(_elapsed, next.DueAt);
            _pending.Remove(next);
            if (next.Period > TimeSpan.Zero)
                Enqueue(next, _elapsed + next.Period);
            return next;
        }
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
