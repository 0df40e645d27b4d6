namespace Hongyan.Storage;

/// <summary>A message that the platform delivered, before anything was done about it.</summary>
/// <param name="Key">What makes two deliveries the same message.</param>
/// <param name="Conversation">Who wrote to which account. Messages of one conversation run one at a time, in the order they were accepted.</param>
/// <param name="Kind">Its type, such as <c>TextMessage</c>; for people who look at the inbox.</param>
/// <param name="Raw">The decrypted document. A store encrypts it and deletes it after seven days.</param>
/// <param name="ReceivedAt">When the first delivery arrived.</param>
public sealed record InboxMessage(MessageKey Key, UserRef Conversation, string Kind, ReadOnlyMemory<byte> Raw, DateTimeOffset ReceivedAt);
