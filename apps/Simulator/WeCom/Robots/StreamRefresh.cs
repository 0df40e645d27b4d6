namespace Hongyan.Simulator.WeCom;

/// <summary>One refresh of a stream (流式消息刷新).</summary>
/// <param name="Number">1, 2, 3 …</param>
/// <param name="Plaintext">The JSON inside the envelope.</param>
/// <param name="Attempt">The request and its answer.</param>
public sealed record StreamRefresh(int Number, string Plaintext, DeliveryAttempt Attempt);
