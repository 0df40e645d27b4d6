namespace Hongyan.Simulator.WeCom;

/// <summary>An access_token.</summary>
/// <param name="Token">access_token.</param>
/// <param name="Caller">Name of the app, or of 通讯录同步.</param>
/// <param name="ExpiresAt">When it ends, on the simulator's clock.</param>
internal sealed record IssuedToken(string Token, string Caller, DateTimeOffset ExpiresAt);
