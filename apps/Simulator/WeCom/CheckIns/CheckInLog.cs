namespace Hongyan.Simulator.WeCom;

/// <summary>The check-ins that the control API was given; nobody checks in by himself.</summary>
public sealed class CheckInLog
{
    private readonly Lock _lock = new();
    private IReadOnlyList<CheckIn> _all = [];

    /// <summary>All of them, by time.</summary>
    public IReadOnlyList<CheckIn> All => Volatile.Read(ref _all);

    /// <summary>Adds some.</summary>
    public void Add(IEnumerable<CheckIn> checkIns)
    {
        lock (_lock)
            Volatile.Write(ref _all, [.. _all.Concat(checkIns).OrderBy(each => each.Time)]);
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
            Volatile.Write(ref _all, []);
    }
}
