namespace Hongyan.Simulator.WeCom;

/// <summary>A ticket that was issued.</summary>
/// <param name="Value">What is signed with.</param>
/// <param name="App">The app's name; null for the company's.</param>
/// <param name="ExpiresAt">When it is too old.</param>
internal sealed record JsSdkTicket(string Value, string? App, DateTimeOffset ExpiresAt);
