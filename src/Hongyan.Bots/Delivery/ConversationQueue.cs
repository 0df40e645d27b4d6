using System.Runtime.InteropServices;

namespace Hongyan;

/// <summary>
/// Lets the messages of one conversation run one at a time, in the order they came. Different people do not wait for each other. What
/// queues is a run and not a message: one that the store refused may be delivered again while its first run still holds its place.
/// </summary>
internal sealed class ConversationQueue
{
    private readonly Lock _gate = new();
    private readonly Dictionary<UserRef, HandlerRun> _last = [];

    /// <summary>Joins the end of the conversation's queue.</summary>
    /// <returns>Whom to wait for; null where nobody is before it.</returns>
    public HandlerRun? Enter(HandlerRun run)
    {
        // What the platform says itself comes from nobody, so there is no order to keep.
        if (run.Delivery.Conversation.Id.Length == 0)
            return null;
        lock (_gate)
        {
            ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_last, run.Delivery.Conversation, out _);
            var before = last;
            last = run;
            return before;
        }
    }

    /// <summary>Says that nobody who comes from now on has to wait for it, and nobody who waits for it any longer.</summary>
    public void Leave(HandlerRun run)
    {
        lock (_gate)
        {
            if (_last.TryGetValue(run.Delivery.Conversation, out var last) && ReferenceEquals(last, run))
                _last.Remove(run.Delivery.Conversation);
        }
        run.End();
    }
}
