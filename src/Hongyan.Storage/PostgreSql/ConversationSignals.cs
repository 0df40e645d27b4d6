using System.Collections.Concurrent;

namespace Hongyan.Storage.PostgreSql;

/// <summary>Wakes those who wait for something to happen in a conversation: its message before theirs has ended, in this process or another.</summary>
internal sealed class ConversationSignals
{
    private readonly ConcurrentDictionary<long, TaskCompletionSource> _waiting = new();

    /// <summary>Ends when something happens. Asked for before the database is, so that nothing is missed in between.</summary>
    public Task NextAsync(long conversation) =>
        _waiting.GetOrAdd(conversation, static _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Set(long conversation)
    {
        if (_waiting.TryRemove(conversation, out var waiting))
            waiting.SetResult();
    }

    /// <summary>Wakes everybody: nobody knows what was missed.</summary>
    public void SetAll()
    {
        foreach (var conversation in _waiting.Keys)
            Set(conversation);
    }
}
