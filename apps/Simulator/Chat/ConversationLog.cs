using Hongyan.Simulator.Live;

namespace Hongyan.Simulator.Chat;

/// <summary>What members and apps said to each other.</summary>
public sealed class ConversationLog(LiveFeed feed)
{
    private const int Capacity = 1000;

    private readonly Lock _lock = new();
    private readonly Dictionary<(string App, string Member), List<ChatMessage>> _conversations = [];
    private long _lastId;

    /// <summary>A number for the next entry.</summary>
    public long NextId() => Interlocked.Increment(ref _lastId);

    /// <summary>Adds an entry; beyond the capacity the oldest of its conversation is forgotten.</summary>
    public void Add(ChatMessage message)
    {
        lock (_lock)
        {
            var key = (message.App, message.Member);
            if (!_conversations.TryGetValue(key, out var conversation))
                _conversations.Add(key, conversation = []);
            conversation.Add(message);
            if (conversation.Count > Capacity)
                conversation.RemoveAt(0);
        }
        feed.Publish(message);
    }

    /// <summary>A conversation in order, oldest first.</summary>
    public IReadOnlyList<ChatMessage> Read(string app, string member)
    {
        lock (_lock)
            return _conversations.TryGetValue((app, member), out var conversation) ? [.. conversation] : [];
    }

    /// <summary>The last entry of a conversation, or null.</summary>
    public ChatMessage? Last(string app, string member)
    {
        lock (_lock)
            return _conversations.GetValueOrDefault((app, member))?[^1];
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
            _conversations.Clear();
    }
}
