using Hongyan.Simulator.Live;

namespace Hongyan.Simulator.Deliveries;

/// <summary>The last deliveries, each as it stands now.</summary>
public sealed class DeliveryLog(LiveFeed feed)
{
    private const int Capacity = 1000;

    private readonly Lock _lock = new();
    private readonly SortedDictionary<long, Delivery> _deliveries = [];
    private long _lastId;

    /// <summary>A number for the next delivery.</summary>
    public long NextId() => Interlocked.Increment(ref _lastId);

    /// <summary>Adds a delivery; beyond the capacity the oldest is forgotten.</summary>
    public void Add(Delivery delivery)
    {
        lock (_lock)
        {
            _deliveries.Add(delivery.Id, delivery);
            if (_deliveries.Count > Capacity)
                _deliveries.Remove(_deliveries.Keys.First());
        }
        feed.Publish(delivery);
    }

    /// <summary>Replaces a delivery by what has become of it, unless it is forgotten by now.</summary>
    public void Update(Delivery delivery)
    {
        lock (_lock)
        {
            if (!_deliveries.ContainsKey(delivery.Id))
                return;
            _deliveries[delivery.Id] = delivery;
        }
        feed.Publish(delivery);
    }

    /// <summary>The delivery of this number, or null.</summary>
    public Delivery? Find(long id)
    {
        lock (_lock)
            return _deliveries.GetValueOrDefault(id);
    }

    /// <summary>The delivery that an entry of a conversation belongs to; null where there is none.</summary>
    public Delivery? Find(long? id) => id is { } known ? Find(known) : null;

    /// <summary>The one delivery whose answer an app's bot owes right now; null when there is none, or more than one.</summary>
    public long? FindAwaited(string app)
    {
        lock (_lock)
        {
            var awaited = _deliveries.Values.Where(delivery => delivery.App == app && delivery.IsAwaited).Take(2).ToList();
            return awaited.Count == 1 ? awaited[0].Id : null;
        }
    }

    /// <summary>The latest deliveries, newest first.</summary>
    public IReadOnlyList<Delivery> Latest(string? app, string? member, int limit)
    {
        lock (_lock)
            return [.. _deliveries.Values.Reverse()
                .Where(delivery => (app is null || delivery.App == app) && (member is null || delivery.Member == member))
                .Take(limit)];
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
            _deliveries.Clear();
    }
}
