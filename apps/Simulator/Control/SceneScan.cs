namespace Hongyan.Simulator.Control;

/// <summary>A QR code with a scene that is scanned.</summary>
/// <param name="Scene">The scene, 1 to 64 characters.</param>
/// <param name="Ticket">Its ticket; left out, one is invented.</param>
public sealed record SceneScan(string Scene, string? Ticket = null);
