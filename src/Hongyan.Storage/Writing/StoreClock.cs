namespace Hongyan.Storage.Writing;

/// <summary>
/// How far the store's clock is ahead of this process's. What is written is in the store's time, what the process is told in its own: so
/// processes whose clocks differ agree on what is due. Zero where the store has no clock of its own.
/// </summary>
internal sealed class StoreClock(TimeProvider time)
{
    private long _ahead;

    /// <summary>Says what the store's clock shows now, in Unix milliseconds.</summary>
    public void Set(long now) => Volatile.Write(ref _ahead, now - time.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>A time of this process, as it is written: in Unix milliseconds of the store.</summary>
    public long ToStore(DateTimeOffset own) => own.ToUnixTimeMilliseconds() + Volatile.Read(ref _ahead);

    /// <summary>A time that was written, as this process's clock shows it.</summary>
    public DateTimeOffset FromStore(long stored) => DateTimeOffset.FromUnixTimeMilliseconds(stored - Volatile.Read(ref _ahead));
}
