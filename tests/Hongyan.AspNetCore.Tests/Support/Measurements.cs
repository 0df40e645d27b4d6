using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Hongyan.AspNetCore.Tests.Support;

/// <summary>What one application measures, whatever others measure beside it in this process.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<(string Name, double Value, string Tags)> _measured = new();

    public Measurements(IMeterFactory factory)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Hongyan" && ReferenceEquals(instrument.Meter.Scope, factory))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>Everything but durations, such as <c>hongyan.callbacks account=WeCom status=200: 2</c>, in the order of the names.</summary>
    public IEnumerable<string> Sums() => _measured.Where(each => !each.Name.EndsWith("duration", StringComparison.Ordinal))
        .GroupBy(each => $"{each.Name} {each.Tags}").Select(series => $"{series.Key}: {series.Sum(each => each.Value)}").Order(StringComparer.Ordinal);

    /// <summary>How often something was measured.</summary>
    public int Count(string name) => _measured.Count(each => each.Name == name);

    /// <summary>What was measured, with the tags of each.</summary>
    public IReadOnlyList<(double Value, string Tags)> Of(string name) => [.. _measured.Where(each => each.Name == name).Select(each => (each.Value, each.Tags))];

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measured.Enqueue((instrument.Name, value, string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
}
