namespace Hongyan.Simulator.Control;

/// <summary>How the simulator's clock is to be moved: exactly one of the three.</summary>
public sealed record ClockChange
{
    /// <summary>Seconds to go forward.</summary>
    public double? AdvanceSeconds { get; init; }

    /// <summary>The time to go forward to.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>True: back to the real time.</summary>
    public bool? Reset { get; init; }
}
