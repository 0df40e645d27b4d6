namespace Hongyan.Simulator.Control;

/// <summary>What makes one part of the simulator as it was at start.</summary>
/// <param name="Part">The service that keeps something.</param>
/// <param name="Run">Makes it so.</param>
internal sealed record StateReset(Type Part, Action Run);
