using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Tag = System.Collections.Generic.KeyValuePair<string, object?>;

namespace Hongyan.Server.Telemetry;

/// <summary>What has been measured with one instrument so far.</summary>
internal sealed class CollectedInstrument
{
    /// <summary>An instrument whose tags never end must not fill the memory.</summary>
    private const int MostSeries = 1000;

    /// <summary>What OpenTelemetry takes where an instrument advises nothing.</summary>
    private static readonly double[] UsualBoundaries = [0, 5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10000];

    private readonly ConcurrentDictionary<Tag[], MetricSeries> _series = new(TagComparer.Instance);
    private readonly ConcurrentDictionary<Tag[], MetricSeries>.AlternateLookup<ReadOnlySpan<Tag>> _byTags;

    public CollectedInstrument(Instrument instrument)
    {
        Instrument = instrument;
        _byTags = _series.GetAlternateLookup<ReadOnlySpan<Tag>>();
        var kind = instrument.GetType().Name;
        IsCounter = kind.StartsWith("Counter", StringComparison.Ordinal) || kind.StartsWith("ObservableCounter", StringComparison.Ordinal);
        IsAbsolute = instrument.IsObservable || kind.StartsWith("Gauge", StringComparison.Ordinal);
        if (kind.StartsWith("Histogram", StringComparison.Ordinal))
            Boundaries = AdviceOf(instrument) ?? UsualBoundaries;
    }

    public Instrument Instrument { get; }

    /// <summary>Whether it only goes up.</summary>
    public bool IsCounter { get; }

    /// <summary>Whether a measurement replaces the one before it.</summary>
    public bool IsAbsolute { get; }

    /// <summary>Of a histogram; null for anything else.</summary>
    public double[]? Boundaries { get; }

    public IEnumerable<KeyValuePair<Tag[], MetricSeries>> Series => _series;

    public void Measure(double value, ReadOnlySpan<Tag> tags)
    {
        if (!_byTags.TryGetValue(tags, out var series))
        {
            if (_series.Count >= MostSeries)
                return;
            series = _series.GetOrAdd(tags.ToArray(), _ => new MetricSeries(Boundaries));
        }
        if (IsAbsolute)
            series.Set(value);
        else
            series.Add(value);
    }

    /// <summary>Forgets what an observable instrument said the last time: what it does not say again is gone.</summary>
    public void Clear() => _series.Clear();

    private static double[]? AdviceOf(Instrument instrument) => instrument switch
    {
        Histogram<double> histogram => histogram.Advice?.HistogramBucketBoundaries?.ToArray(),
        Histogram<int> histogram => histogram.Advice?.HistogramBucketBoundaries?.Select(Convert.ToDouble).ToArray(),
        Histogram<long> histogram => histogram.Advice?.HistogramBucketBoundaries?.Select(Convert.ToDouble).ToArray(),
        _ => null,
    };
}
