namespace Hongyan.Simulator.Control;

/// <summary>Whether a servicer takes customers.</summary>
/// <param name="IsReceiving">正在接待.</param>
public sealed record ServicerSettings(bool IsReceiving);
