namespace Hongyan.Simulator.OfficialAccount;

/// <summary>An answer of a menu message.</summary>
/// <param name="Id">Comes back as bizmsgmenuid.</param>
/// <param name="Content">What stands on it, and comes back as the text.</param>
public sealed record MessageMenuItem(string Id, string Content);
