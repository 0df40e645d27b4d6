using System.Collections.Concurrent;

namespace Hongyan;

/// <summary>
/// Lets the messages of one conversation run one at a time, in the order they came. Different people do not wait for each other. What
/// queues is a run and not a message: one that the store refused may be delivered again while its first run still holds its place.
/// </summary>
internal sealed class ConversationQueue
{
    private readonly ConcurrentDictionary<UserRef, HandlerRun> _last = new();

    /// <summary>Joins the end of the conversation's queue.</summary>
    /// <returns>Whom to wait for; null where nobody is before it.</returns>
    public HandlerRun? Enter(HandlerRun run)
    {
        var conversation = run.Delivery.Conversation;
        // What the platform says itself comes from nobody, so there is no order to keep.
        if (conversation.Id.Length == 0)
            return null;
        while (true)
        {
            if (_last.TryAdd(conversation, run))
                return null;
            if (_last.TryGetValue(conversation, out var before) && _last.TryUpdate(conversation, run, before))
                return before;
        }
    }

    /// <summary>Says that nobody who comes from now on has to wait for it, and nobody who waits for it any longer.</summary>
    public void Leave(HandlerRun run)
    {
        _last.TryRemove(new(run.Delivery.Conversation, run));
        run.End();
    }
}
