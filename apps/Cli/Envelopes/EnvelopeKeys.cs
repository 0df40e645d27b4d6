namespace Hongyan.Cli.Envelopes;

/// <summary>What an account's 接收消息 page shows, and whom its messages are meant for.</summary>
/// <param name="Token">Token.</param>
/// <param name="Key">EncodingAESKey.</param>
/// <param name="ReceiveId">The corp id, AppID or suite id; empty for a robot.</param>
internal sealed record EnvelopeKeys(string Token, string Key, string ReceiveId);
