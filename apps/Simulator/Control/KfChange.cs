namespace Hongyan.Simulator.Control;

/// <summary>What changes about a servicer of a 公众号; what is left out stays.</summary>
/// <param name="IsOnline">Whether they have signed in to 客服.</param>
/// <param name="WeChat">The WeChat that is bound to them from now on.</param>
public sealed record KfChange(bool? IsOnline = null, string? WeChat = null);
