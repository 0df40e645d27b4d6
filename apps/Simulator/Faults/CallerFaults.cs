namespace Hongyan.Simulator.Faults;

/// <summary>The errcodes that a caller's calls are answered with as they are now.</summary>
/// <param name="Caller">Name of the app, of 通讯录同步, or of a group robot.</param>
/// <param name="Active">What is switched on.</param>
public sealed record CallerFaults(string Caller, IReadOnlyList<ApiFault> Active);
