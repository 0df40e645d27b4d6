namespace Hongyan.Simulator.Control;

/// <summary>What was sent: where to find it in the conversation and among the deliveries.</summary>
public sealed record SentView(long MessageId, long DeliveryId);
