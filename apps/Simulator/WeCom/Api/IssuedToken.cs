namespace Hongyan.Simulator.WeCom;

/// <summary>An access_token of an app.</summary>
/// <param name="Token">access_token.</param>
/// <param name="App">Name of the app.</param>
/// <param name="ExpiresAt">When it ends, on the simulator's clock.</param>
internal sealed record IssuedToken(string Token, string App, DateTimeOffset ExpiresAt);
