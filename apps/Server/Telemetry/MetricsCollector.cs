using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Hongyan.Server.Telemetry;

/// <summary>Listens to the meters that <c>/metrics</c> shows, from the start of the server on.</summary>
internal sealed class MetricsCollector : IHostedService, IDisposable
{
    /// <summary>Hongyan's own, and what the runtime says of memory, threads and processor.</summary>
    private static readonly string[] Meters = ["Hongyan", "System.Runtime", "Microsoft.AspNetCore.Server.Kestrel"];

    private readonly IMeterFactory _factory;
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<Instrument, CollectedInstrument> _instruments = new();
    private readonly Lock _observing = new();

    public MetricsCollector(IMeterFactory factory)
    {
        _factory = factory;
        _listener.InstrumentPublished = Publish;
        _listener.SetMeasurementEventCallback<byte>((_, value, tags, state) => Measure(state, value, tags));
        _listener.SetMeasurementEventCallback<short>((_, value, tags, state) => Measure(state, value, tags));
        _listener.SetMeasurementEventCallback<int>((_, value, tags, state) => Measure(state, value, tags));
        _listener.SetMeasurementEventCallback<long>((_, value, tags, state) => Measure(state, value, tags));
        _listener.SetMeasurementEventCallback<float>((_, value, tags, state) => Measure(state, value, tags));
        _listener.SetMeasurementEventCallback<double>((_, value, tags, state) => Measure(state, value, tags));
        _listener.SetMeasurementEventCallback<decimal>((_, value, tags, state) => Measure(state, (double)value, tags));
    }

    /// <summary>Listens before the first message is taken.</summary>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _listener.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _listener.Dispose();

    /// <summary>Everything that has been measured, by name.</summary>
    public string Write()
    {
        // One reader at a time, or one would clear what the other has just observed.
        lock (_observing)
        {
            var instruments = _instruments.Values.ToList();
            foreach (var instrument in instruments.Where(instrument => instrument.Instrument.IsObservable))
                instrument.Clear();
            _listener.RecordObservableInstruments();
            return PrometheusText.Write(instruments);
        }
    }

    private static void Measure(object? state, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) => (state as CollectedInstrument)?.Measure(value, tags);

    private void Publish(Instrument instrument, MeterListener listener)
    {
        // Several applications may live in this process, the simulator among them; a meter without a scope is the process's own.
        if (!Meters.Contains(instrument.Meter.Name) || (instrument.Meter.Scope is { } scope && !ReferenceEquals(scope, _factory)))
            return;
        listener.EnableMeasurementEvents(instrument, _instruments.GetOrAdd(instrument, key => new CollectedInstrument(key)));
    }
}
