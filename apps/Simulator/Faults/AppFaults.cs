namespace Hongyan.Simulator.Faults;

/// <summary>The faults of an app as they are now.</summary>
/// <param name="App">Name of the app.</param>
/// <param name="Active">What is switched on.</param>
public sealed record AppFaults(string App, IReadOnlyList<Fault> Active);
