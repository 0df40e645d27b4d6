namespace Hongyan.Simulator.Control;

/// <summary>A sign-in that somebody has made.</summary>
/// <param name="Code">What the page's address gets as <c>code</c>.</param>
/// <param name="ExpiresAt">When it is too old, on the simulator's clock.</param>
public sealed record SignInView(string Code, DateTimeOffset ExpiresAt);
