using Hongyan.Simulator.Live;

namespace Hongyan.Simulator.Api;

/// <summary>The last calls of bots to the platform's API.</summary>
public sealed class ApiCallLog(LiveFeed feed)
{
    private const int Capacity = 1000;

    private readonly Lock _lock = new();
    private readonly Queue<ApiCall> _calls = [];
    private long _lastId;

    /// <summary>A number for the next call.</summary>
    public long NextId() => Interlocked.Increment(ref _lastId);

    /// <summary>Adds a call; beyond the capacity the oldest is forgotten.</summary>
    public void Add(ApiCall call)
    {
        lock (_lock)
        {
            _calls.Enqueue(call);
            if (_calls.Count > Capacity)
                _calls.Dequeue();
        }
        feed.Publish(call);
    }

    /// <summary>The latest calls, newest first.</summary>
    public IReadOnlyList<ApiCall> Latest(string? app, int limit)
    {
        lock (_lock)
            return [.. _calls.Reverse().Where(call => app is null || call.App == app).Take(limit)];
    }

    /// <summary>The call of this number, or null when it is forgotten or not yet answered.</summary>
    public ApiCall? Find(long id)
    {
        lock (_lock)
            return _calls.FirstOrDefault(call => call.Id == id);
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
            _calls.Clear();
    }
}
