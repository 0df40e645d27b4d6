using System.Diagnostics.Metrics;

namespace Hongyan.Storage.Writing;

/// <summary>What can be measured about the store, under the meter <c>Hongyan</c>; names in docs/guides/observability.md.</summary>
internal sealed class StoreMetrics
{
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(1);

    private static readonly InstrumentAdvice<double> Durations = new() { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5] };
    private static readonly InstrumentAdvice<int> Sizes = new() { HistogramBucketBoundaries = [1, 2, 5, 10, 25, 50, 100, 250, 512] };

    private readonly Func<StoreBacklog?> _read;
    private readonly TimeProvider _time;
    private readonly Histogram<double> _commitDuration;
    private readonly Histogram<int> _commitSize;
    private readonly Counter<long> _failures;
    private readonly Lock _lock = new();
    private StoreBacklog? _backlog;
    private long _readAt;

    /// <param name="read">Asks the database; null where it cannot be read.</param>
    /// <param name="time">How long an answer is good for.</param>
    /// <param name="factory">Whose the measurements are.</param>
    public StoreMetrics(Func<StoreBacklog?> read, TimeProvider time, IMeterFactory? factory = null)
    {
        _read = read;
        _time = time;
        var meter = factory?.Create("Hongyan") ?? new Meter("Hongyan");
        _commitDuration = meter.CreateHistogram("hongyan.store.commit.duration", "s", "How long a commit took, the disk included", tags: null, Durations);
        _commitSize = meter.CreateHistogram("hongyan.store.commit.size", "{write}", "Writes that shared a commit", tags: null, Sizes);
        _failures = meter.CreateCounter<long>("hongyan.store.failures", "{commit}", "Commits that failed: locked, full, or gone");
        meter.CreateObservableGauge("hongyan.inbox.backlog", () => Look(static backlog => (Measurement<long>[])
        [
            new(backlog.Pending, new KeyValuePair<string, object?>("state", "pending")),
            new(backlog.Dead, new KeyValuePair<string, object?>("state", "dead")),
            new(backlog.Waiting, new KeyValuePair<string, object?>("state", "waiting")),
        ]), "{message}", "Messages without an outcome, dead letters, and answers that wait for the person's next text");
        meter.CreateObservableGauge("hongyan.outbox.backlog", () => Look(static backlog => (Measurement<long>[])[new(backlog.Unsent)]), "{message}", "Messages that are to be sent");
        meter.CreateObservableGauge(
            "hongyan.outbox.oldest", () => Look(backlog => (Measurement<double>[])[new(AgeOf(backlog))]), "s", "Age of the oldest message that is to be sent; 0 where there is none");
    }

    /// <summary>Whether somebody wants to know about commits.</summary>
    public bool MeasuresCommits => _commitDuration.Enabled || _commitSize.Enabled;

    public void Committed(int writes, TimeSpan duration)
    {
        _commitDuration.Record(duration.TotalSeconds);
        _commitSize.Record(writes);
    }

    public void Failed() => _failures.Add(1);

    private double AgeOf(StoreBacklog backlog) =>
        backlog.OldestUnsent is { } oldest ? Math.Max(0, (_time.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(oldest)).TotalSeconds) : 0;

    /// <summary>Nothing where the database cannot be read: a wrong number would be worse than none.</summary>
    private Measurement<T>[] Look<T>(Func<StoreBacklog, Measurement<T>[]> measure)
        where T : struct
    {
        lock (_lock)
        {
            // Several gauges are read together; the database is asked once.
            if (_backlog is null || _time.GetElapsedTime(_readAt) >= LookAgainAfter)
                (_backlog, _readAt) = (_read(), _time.GetTimestamp());
            return _backlog is null ? [] : measure(_backlog);
        }
    }
}
