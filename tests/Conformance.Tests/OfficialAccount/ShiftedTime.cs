namespace Hongyan.Conformance.Tests.OfficialAccount;

/// <summary>The system's clock, so far ahead: that of a program on the day that the simulator has been moved to.</summary>
internal sealed class ShiftedTime(TimeSpan ahead) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
