namespace Hongyan.Simulator.Control;

/// <summary>An app as the company knows it.</summary>
public sealed record AppView(string Name, string DisplayName, int AgentId);
