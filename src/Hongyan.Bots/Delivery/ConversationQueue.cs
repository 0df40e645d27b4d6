using System.Collections.Concurrent;

namespace Hongyan;

/// <summary>Lets the messages of one conversation run one at a time, in the order they came. Different people do not wait for each other.</summary>
internal sealed class ConversationQueue
{
    private readonly ConcurrentDictionary<UserRef, Delivery> _last = new();

    /// <summary>Joins the end of the conversation's queue.</summary>
    /// <returns>Whom to wait for; null where nobody is before it.</returns>
    public Delivery? Enter(Delivery delivery)
    {
        // What the platform says itself comes from nobody, so there is no order to keep.
        if (delivery.Conversation.Id.Length == 0)
            return null;
        while (true)
        {
            if (_last.TryAdd(delivery.Conversation, delivery))
                return null;
            if (_last.TryGetValue(delivery.Conversation, out var before) && _last.TryUpdate(delivery.Conversation, delivery, before))
                return before;
        }
    }

    /// <summary>Says that nobody who comes from now on has to wait for it.</summary>
    public void Leave(Delivery delivery) => _last.TryRemove(new(delivery.Conversation, delivery));
}
