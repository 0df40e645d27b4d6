namespace Hongyan.Simulator.Control;

/// <summary>What a servicer of a 公众号 does.</summary>
/// <param name="OpenId">With whom.</param>
/// <param name="Content">messages: what is said.</param>
/// <param name="To">switch: who takes over.</param>
public sealed record KfAct(string OpenId, string? Content = null, string? To = null);
