namespace Hongyan.Simulator.Control;

/// <summary>An entry of a 公众号's menu that is tapped.</summary>
/// <param name="Name">What stands on it.</param>
public sealed record MenuTap(string Name);
