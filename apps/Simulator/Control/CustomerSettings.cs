namespace Hongyan.Simulator.Control;

/// <summary>How a customer behaves.</summary>
/// <param name="RefusesService">Whether messages of the customer service are refused: they are answered by msg_send_fail.</param>
public sealed record CustomerSettings(bool RefusesService);
