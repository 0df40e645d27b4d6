namespace Hongyan.Storage.Tests.Support;

/// <summary>A clock that is wrong by so much.</summary>
internal sealed class ShiftedTimeProvider(TimeSpan shift) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + shift;
}
