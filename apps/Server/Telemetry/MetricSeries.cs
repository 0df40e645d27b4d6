namespace Hongyan.Server.Telemetry;

/// <summary>One series: the sum or last value of an instrument for one set of tags, or its histogram.</summary>
internal sealed class MetricSeries(double[]? boundaries)
{
    private readonly Lock _lock = new();
    private readonly long[] _counts = boundaries is null ? [] : new long[boundaries.Length + 1];
    private double _sum;
    private long _count;

    public void Add(double value)
    {
        lock (_lock)
        {
            _sum += value;
            _count++;
            if (boundaries is null)
                return;
            // A value on a boundary belongs below it: le means less or equal.
            var index = Array.BinarySearch(boundaries, value);
            _counts[index >= 0 ? index : ~index]++;
        }
    }

    public void Set(double value)
    {
        lock (_lock)
            _sum = value;
    }

    public (double Sum, long Count, long[] Counts) Read()
    {
        lock (_lock)
            return (_sum, _count, [.. _counts]);
    }
}
