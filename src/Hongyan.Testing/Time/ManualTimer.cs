namespace Hongyan.Testing;

/// <summary>One timer of a <see cref="ManualTimeProvider"/>, which owns its state and guards it.</summary>
internal sealed class ManualTimer(ManualTimeProvider clock, TimerCallback callback, object? state) : ITimer
{
    // As a timer of the system does: the callback sees the AsyncLocals of whoever made it, not of whoever moves the clock.
    private readonly ExecutionContext? _context = ExecutionContext.Capture();

    public bool IsDisposed { get; set; }

    public TimeSpan DueAt { get; set; }

    public TimeSpan Period { get; set; }

    /// <summary>Timers that are due at the same time fire in the order in which they were set.</summary>
    public long Order { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        RequireValid(dueTime, nameof(dueTime));
        RequireValid(period, nameof(period));
        return clock.Schedule(this, dueTime, period);
    }

    public void Fire()
    {
        if (_context is null)
            callback(state);
        else
            ExecutionContext.Run(_context, static timer => ((ManualTimer)timer!).Call(), this);
    }

    public void Dispose() => clock.Dispose(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }

    private void Call() => callback(state);

    private static void RequireValid(TimeSpan time, string name)
    {
        if (time != Timeout.InfiniteTimeSpan)
            ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero, name);
    }
}
