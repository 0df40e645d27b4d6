namespace Hongyan.Server.Push;

/// <summary>What is known of an earlier request of the same name.</summary>
/// <param name="Fingerprint">Of what it asked for.</param>
/// <param name="Answer">What it was answered; null where it has not ended, or ended without anybody knowing how.</param>
internal sealed record PushReceipt(string Fingerprint, PushAnswer? Answer);
