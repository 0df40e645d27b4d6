using Hongyan.Storage;

namespace Hongyan;

/// <summary>One message that is to be handled: by whom, what it is, and who waits for it.</summary>
/// <param name="Bot">Who answers.</param>
/// <param name="Incoming">The message as its record.</param>
/// <param name="Delivery">Who waits.</param>
/// <param name="ReceivedAt">When it was first delivered.</param>
internal sealed record HandlerRun(Bot Bot, Incoming Incoming, Delivery Delivery, DateTimeOffset ReceivedAt)
{
    public string Account => Bot.Account.Name;

    public MessageKey Key => Delivery.Key;

    /// <summary>The kind of message, such as <c>TextMessage</c>.</summary>
    public string Kind => Incoming.GetType().Name;

    /// <summary>The message as the inbox keeps it.</summary>
    public InboxMessage ToInbox() => new(Key, Delivery.Conversation, Kind, Incoming.Raw, ReceivedAt);
}
