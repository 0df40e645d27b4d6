namespace Hongyan.Simulator.Control;

/// <summary>What revoking did.</summary>
/// <param name="Revoked">How many tokens were good until now.</param>
public sealed record RevokedView(int Revoked);
