namespace Hongyan.Simulator.Deliveries;

/// <summary>One callback, signed and, where the platform does so, encrypted: the address with its query, and the body.</summary>
/// <param name="Address">Where it goes.</param>
/// <param name="Envelope">The body; empty for a URL verification.</param>
/// <param name="ContentType">Of the body.</param>
internal sealed record SealedCallback(Uri Address, string Envelope, string ContentType = "text/xml");
