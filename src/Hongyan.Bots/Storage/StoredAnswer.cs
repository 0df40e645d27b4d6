namespace Hongyan.Storage;

/// <summary>The answer of a message that has been completed, for deliveries that come after a restart.</summary>
/// <param name="Key">The message.</param>
/// <param name="Conversation">Whose it is.</param>
/// <param name="Answer">The plaintext of the passive reply; empty where nothing is answered.</param>
/// <param name="HandOver">Which way the answer took.</param>
public sealed record StoredAnswer(MessageKey Key, UserRef Conversation, ReadOnlyMemory<byte> Answer, HandOver HandOver);
