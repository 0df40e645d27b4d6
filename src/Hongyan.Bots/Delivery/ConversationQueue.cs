using System.Runtime.InteropServices;

namespace Hongyan;

/// <summary>Lets the messages of one conversation run one at a time, in the order they came. Different people do not wait for each other.</summary>
internal sealed class ConversationQueue
{
    private readonly Lock _gate = new();
    private readonly Dictionary<UserRef, Delivery> _last = [];

    /// <summary>Joins the end of the conversation's queue.</summary>
    /// <returns>Whom to wait for; null where nobody is before it.</returns>
    public Delivery? Enter(Delivery delivery)
    {
        // What the platform says itself comes from nobody, so there is no order to keep.
        if (delivery.Conversation.Id.Length == 0)
            return null;
        lock (_gate)
        {
            ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_last, delivery.Conversation, out _);
            var before = last;
            last = delivery;
            return before;
        }
    }

    /// <summary>Says that nobody who comes from now on has to wait for it.</summary>
    public void Leave(Delivery delivery)
    {
        lock (_gate)
        {
            if (_last.TryGetValue(delivery.Conversation, out var last) && ReferenceEquals(last, delivery))
                _last.Remove(delivery.Conversation);
        }
    }
}
