using Hongyan.Simulator.World;

namespace Hongyan.Simulator.WeCom;

/// <summary>The load runs of this simulator: one under way at most, the last few remembered.</summary>
internal sealed class LoadRuns(LoadDriver driver, SimulatedWorld world, DeliveryEngine engine, SimulatedClock clock) : IAsyncDisposable
{
    private const int Capacity = 10;

    /// <summary>Messages of all remembered runs; beyond it the oldest run is forgotten.</summary>
    private const int MostMessages = 2 * LoadPlan.MostMessages;

    private readonly Lock _lock = new();
    private readonly List<LoadRun> _runs = [];
    private CancellationTokenSource _stop = new();
    private Task _driving = Task.CompletedTask;
    private int _lastId;

    /// <summary>The runs, the newest first.</summary>
    public IReadOnlyList<LoadRun> All
    {
        get
        {
            lock (_lock)
                return [.. _runs.AsEnumerable().Reverse()];
        }
    }

    /// <summary>Starts a run in the background.</summary>
    /// <returns>Null where another one is under way.</returns>
    public LoadRun? Start(WeComApp app, LoadPlan plan)
    {
        lock (_lock)
        {
            if (!_driving.IsCompleted)
                return null;
            world.Crowd.Grow(plan.People);
            var run = new LoadRun(++_lastId, app.Name, plan, engine.ReserveMsgIds(plan.Messages), clock.Now);
            _runs.Add(run);
            while (_runs.Count > Capacity || (_runs.Count > 1 && _runs.Sum(each => (long)each.Plan.Messages) > MostMessages))
                _runs.RemoveAt(0);
            _stop.Dispose();
            _stop = new CancellationTokenSource();
            var token = _stop.Token;
            _driving = Task.Run(() => driver.RunAsync(run, token), CancellationToken.None);
            return run;
        }
    }

    /// <summary>The run of this number, or null.</summary>
    public LoadRun? Find(int id)
    {
        lock (_lock)
            return _runs.Find(run => run.Id == id);
    }

    /// <summary>Stops a run, where it is under way, and waits until it has ended.</summary>
    public async Task StopAsync(LoadRun run)
    {
        Task driving;
        lock (_lock)
        {
            if (run.State != LoadState.Running)
                return;
            _stop.Cancel();
            driving = _driving;
        }
        await driving;
    }

    /// <summary>The bot of an app has sent something to one of the crowd: the latest run of that app gets it, also when it has ended.</summary>
    public void Take(string app, int person, string text) => FindLatest(app)?.Take(person, text);

    /// <summary>What the bot of an app sent to one of the crowd was dropped.</summary>
    public void DropOverQuota(string app) => FindLatest(app)?.DropOverQuota();

    /// <summary>Stops what is under way and forgets everything.</summary>
    public async Task ClearAsync()
    {
        Task driving;
        lock (_lock)
        {
            _stop.Cancel();
            driving = _driving;
        }
        await driving;
        lock (_lock)
            _runs.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await ClearAsync();
        _stop.Dispose();
    }

    private LoadRun? FindLatest(string app)
    {
        lock (_lock)
            return _runs.FindLast(run => run.App == app);
    }
}
