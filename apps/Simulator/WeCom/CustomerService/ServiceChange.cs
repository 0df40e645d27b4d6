namespace Hongyan.Simulator.WeCom;

/// <summary>Something changed at a customer service account.</summary>
/// <param name="OpenKfId">The account.</param>
/// <param name="ExternalUserId">The customer whose session it is; null when the account itself changed.</param>
public sealed record ServiceChange(string OpenKfId, string? ExternalUserId);
