using Hongyan.Simulator.World;

namespace Hongyan.Simulator.Control;

/// <summary>The time on the platform's side, and on this machine.</summary>
/// <param name="Now">The simulator's time.</param>
/// <param name="RealNow">The time of this machine.</param>
/// <param name="OffsetSeconds">How far the simulator is ahead.</param>
public sealed record ClockView(DateTimeOffset Now, DateTimeOffset RealNow, double OffsetSeconds)
{
    /// <summary>Shows the clock.</summary>
    public static ClockView Of(SimulatedClock clock)
    {
        var (real, offset) = (clock.RealNow, clock.Offset);
        return new(real + offset, real, offset.TotalSeconds);
    }
}
