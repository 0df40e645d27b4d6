namespace Hongyan.Storage.PostgreSql;

/// <summary>
/// The messages that this process runs or has in its queue, with the numbers of their conversations. One may have several runs for a moment,
/// of which the fence lets one through: a retried dead letter that is delivered again. It counts until the last of them has ended, or it would
/// be taken for one that nobody runs.
/// </summary>
internal sealed class RunningMessages
{
    private readonly Lock _gate = new();
    private readonly Dictionary<MessageKey, (long Conversation, int Runs)> _messages = [];

    public bool Contains(MessageKey key) => TryGetConversation(key, out _);

    public bool TryGetConversation(MessageKey key, out long conversation)
    {
        lock (_gate)
        {
            var isKnown = _messages.TryGetValue(key, out var found);
            conversation = found.Conversation;
            return isKnown;
        }
    }

    /// <summary>Counts a run.</summary>
    public void Add(MessageKey key, long conversation)
    {
        lock (_gate)
            _messages[key] = (conversation, _messages.GetValueOrDefault(key).Runs + 1);
    }

    /// <summary>Counts a run of a message that has none.</summary>
    /// <returns>False where it has one.</returns>
    public bool TryAdd(MessageKey key, long conversation)
    {
        lock (_gate)
            return _messages.TryAdd(key, (conversation, 1));
    }

    /// <summary>Says that a run has ended.</summary>
    public void Remove(MessageKey key)
    {
        lock (_gate)
        {
            if (!_messages.TryGetValue(key, out var found))
                return;
            if (found.Runs > 1)
                _messages[key] = found with { Runs = found.Runs - 1 };
            else
                _messages.Remove(key);
        }
    }
}
