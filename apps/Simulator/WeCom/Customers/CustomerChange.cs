namespace Hongyan.Simulator.WeCom;

/// <summary>Something about a customer changed.</summary>
/// <param name="ExternalUserId">The customer.</param>
public sealed record CustomerChange(string ExternalUserId);
