using System.Collections.Concurrent;
using System.Diagnostics;

namespace Hongyan.AspNetCore.Tests.Support;

/// <summary>The spans of one trace that the test began.</summary>
internal sealed class RecordedSpans : IDisposable
{
    private readonly ActivityListener _listener;
    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ActivityTraceId _trace = ActivityTraceId.CreateRandom();

    public RecordedSpans()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Hongyan",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                if (span.TraceId == _trace)
                    _ended.Enqueue(span);
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>The header that makes a request part of the trace.</summary>
    public string TraceParent => $"00-{_trace}-{ActivitySpanId.CreateRandom()}-01";

    public Activity this[string name] => _ended.Single(span => span.OperationName == name);

    /// <summary>Each span with the one that it is part of: <c>Handler in Middleware</c>; the first one alone.</summary>
    public IEnumerable<string> Tree()
    {
        var names = _ended.ToDictionary(span => span.SpanId, span => span.OperationName);
        return _ended.OrderBy(span => span.StartTimeUtc).Select(span => names.TryGetValue(span.ParentSpanId, out var parent) ? $"{span.OperationName} in {parent}" : span.OperationName);
    }

    public void Dispose() => _listener.Dispose();
}
