namespace Hongyan;

/// <summary>How long a handler may run. Its token is made for the handler that asks for it: most do not, and a timer costs more than they do.</summary>
internal sealed class HandlerTime(TimeSpan limit, TimeProvider time) : IDisposable
{
    private readonly long _started = time.GetTimestamp();
    private CancellationTokenSource? _source;

    /// <summary>Ends when the time is over.</summary>
    public CancellationToken Token
    {
        get
        {
            if (Volatile.Read(ref _source) is { } known)
                return known.Token;

            var left = limit == Timeout.InfiniteTimeSpan ? limit : limit - time.GetElapsedTime(_started);
            if (left <= TimeSpan.Zero && left != Timeout.InfiniteTimeSpan)
                return new CancellationToken(canceled: true);
            var made = new CancellationTokenSource(left, time);
            if (Interlocked.CompareExchange(ref _source, made, null) is not { } first)
                return made.Token;
            made.Dispose();
            return first.Token;
        }
    }

    public void Dispose() => _source?.Dispose();
}
