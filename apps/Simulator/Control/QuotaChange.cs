namespace Hongyan.Simulator.Control;

/// <summary>Another quota for a call.</summary>
/// <param name="Path">The call, such as <c>/cgi-bin/user/get</c>.</param>
/// <param name="Limit">How often it may be made in a day; left out, it stays.</param>
/// <param name="Used">How often it was made today; left out, it stays.</param>
public sealed record QuotaChange(string Path, int? Limit = null, int? Used = null);
