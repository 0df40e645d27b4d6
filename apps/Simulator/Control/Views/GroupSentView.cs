namespace Hongyan.Simulator.Control;

/// <summary>What was said in a group: where to find it in the conversation, and the deliveries to the robots that were named.</summary>
public sealed record GroupSentView(long MessageId, IReadOnlyList<long> DeliveryIds);
