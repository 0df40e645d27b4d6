namespace Hongyan.Simulator;

/// <summary>The simulator cannot start as configured; the message is one sentence for the person who started it.</summary>
public sealed class SimulatorStartException(string message) : Exception(message);
