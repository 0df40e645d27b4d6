namespace Hongyan.Simulator.World;

/// <summary>
/// What the platform does by itself some time after a call, such as ending a mass send: by its own clock, so that whoever moves the clock
/// need not wait. The work is done before the move returns.
/// </summary>
internal sealed class LaterWork : IDisposable
{
    private readonly Lock _lock = new();
    private readonly PriorityQueue<Action, DateTimeOffset> _work = new();
    private readonly SimulatedClock _clock;
    private readonly ITimer _timer;

    public LaterWork(SimulatedClock clock, TimeProvider time)
    {
        _clock = clock;
        _timer = time.CreateTimer(_ => RunDue(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        clock.Advanced += RunDue;
    }

    /// <summary>Does something when so much time has passed on the platform's side.</summary>
    public void After(TimeSpan delay, Action work)
    {
        lock (_lock)
        {
            _work.Enqueue(work, _clock.Now + delay);
            SetTimer();
        }
    }

    /// <summary>Forgets what is left to do.</summary>
    public void Clear()
    {
        lock (_lock)
            _work.Clear();
    }

    public void Dispose()
    {
        _clock.Advanced -= RunDue;
        _timer.Dispose();
    }

    private void RunDue()
    {
        while (Next() is { } work)
            work();
    }

    private Action? Next()
    {
        lock (_lock)
        {
            if (_work.TryPeek(out var work, out var dueAt) && dueAt <= _clock.Now)
            {
                _work.Dequeue();
                return work;
            }
            SetTimer();
            return null;
        }
    }

    private void SetTimer()
    {
        if (!_work.TryPeek(out _, out var dueAt))
            return;
        var left = dueAt - _clock.Now;
        // A timer that fires a moment early would find nothing to do and be set to nothing.
        _timer.Change(left > TimeSpan.Zero ? left + TimeSpan.FromMilliseconds(1) : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
    }
}
