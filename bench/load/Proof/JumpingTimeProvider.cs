namespace Hongyan.Load.Proof;

/// <summary>The machine's clock, set forward and back as an administrator or a bad time server does. Timers run on.</summary>
internal sealed class JumpingTimeProvider : TimeProvider
{
    private long _offset;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddTicks(Volatile.Read(ref _offset));

    public void Jump(TimeSpan by) => Interlocked.Add(ref _offset, by.Ticks);
}
