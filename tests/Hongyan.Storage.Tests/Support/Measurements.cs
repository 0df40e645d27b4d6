using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Hongyan.Storage.Tests.Support;

/// <summary>What one process measures, whatever others measure beside it.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly ConcurrentQueue<(string Name, double Value)> _measured = new();

    public Measurements(IMeterFactory factory)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Hongyan" && ReferenceEquals(instrument.Meter.Scope, factory))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>The sum of a counter, named with its tags but the account: <c>hongyan.outbox.failed state=unknown</c>.</summary>
    public double Sum(string name) => _measured.Where(each => each.Name == name).Sum(each => each.Value);

    public int Count(string name) => _measured.Count(each => each.Name == name);

    /// <summary>What the gauges say now.</summary>
    public double Observe(string name)
    {
        _measured.Clear();
        _listener.RecordObservableInstruments();
        return _measured.Single(each => each.Name == name).Value;
    }

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var name = instrument.Name;
        foreach (var (key, tag) in tags)
            name += key == "account" ? "" : $" {key}={tag}";
        _measured.Enqueue((name, value));
    }
}
