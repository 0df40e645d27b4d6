namespace Hongyan.Simulator.WeCom;

/// <summary>How long answers took, in steps of a tenth: enough for percentiles, and as small as it is.</summary>
internal sealed class Latencies
{
    private const double Step = 1.1;

    private readonly long[] _counts = new long[256];
    private TimeSpan _longest;
    private long _total;

    public double LongestMs => _longest.TotalMilliseconds;

    public void Add(TimeSpan latency)
    {
        var microseconds = Math.Max(1, latency.TotalMicroseconds);
        _counts[Math.Min(_counts.Length - 1, (int)Math.Log(microseconds, Step))]++;
        _total++;
        if (latency > _longest)
            _longest = latency;
    }

    /// <summary>Milliseconds that so many of a hundred did not exceed; 0 where there are none.</summary>
    public double PercentileMs(double percent)
    {
        var left = (long)Math.Ceiling(_total * percent / 100);
        for (var i = 0; i < _counts.Length && _total > 0; i++)
        {
            left -= _counts[i];
            if (left <= 0)
                return Math.Min(Math.Pow(Step, i + 1) / 1000, LongestMs);
        }
        return LongestMs;
    }
}
