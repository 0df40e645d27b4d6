namespace Hongyan.Simulator.Control;

/// <summary>A QR code with a scene that is scanned.</summary>
/// <param name="Scene">The scene, 1 to 64 characters; left out, it is that of the code that <c>qrcode/create</c> made with this ticket.</param>
/// <param name="Ticket">Its ticket; left out, one is invented.</param>
public sealed record SceneScan(string? Scene = null, string? Ticket = null);
