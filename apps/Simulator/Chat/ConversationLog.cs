using Hongyan.Simulator.Live;

namespace Hongyan.Simulator.Chat;

/// <summary>What members and apps said to each other.</summary>
public sealed class ConversationLog(LiveFeed feed)
{
    private const int Capacity = 1000;

    private readonly Lock _lock = new();
    private readonly Dictionary<Conversation, List<ChatMessage>> _conversations = [];
    private long _lastId;

    /// <summary>A number for the next entry.</summary>
    public long NextId() => Interlocked.Increment(ref _lastId);

    /// <summary>Adds an entry; beyond the capacity the oldest of its conversation is forgotten.</summary>
    public void Add(ChatMessage message)
    {
        lock (_lock)
        {
            var key = Conversation.Of(message);
            if (!_conversations.TryGetValue(key, out var conversation))
                _conversations.Add(key, conversation = []);
            conversation.Add(message);
            if (conversation.Count > Capacity)
                conversation.RemoveAt(0);
        }
        feed.Publish(message);
    }

    /// <summary>Changes the entries that fit, such as a message that is taken back; who listens is told each of them again.</summary>
    /// <returns>How many fitted.</returns>
    public int Change(Func<ChatMessage, bool> fits, Func<ChatMessage, ChatMessage> change)
    {
        List<ChatMessage> changed = [];
        lock (_lock)
        {
            foreach (var conversation in _conversations.Values)
            {
                for (var i = 0; i < conversation.Count; i++)
                {
                    if (fits(conversation[i]))
                        changed.Add(conversation[i] = change(conversation[i]));
                }
            }
        }
        changed.ForEach(feed.Publish);
        return changed.Count;
    }

    /// <summary>The conversation of an app with a member in order, oldest first.</summary>
    public IReadOnlyList<ChatMessage> Read(string app, string member) => Read(new Conversation(null, app, member));

    /// <summary>The conversation of a group in order, oldest first.</summary>
    public IReadOnlyList<ChatMessage> ReadGroup(string chatId) => Read(Conversation.OfGroup(chatId));

    /// <summary>The last entry of the conversation of an app with a member, or null.</summary>
    public ChatMessage? Last(string app, string member) => Last(new Conversation(null, app, member));

    /// <summary>The last entry of the conversation of a group, or null.</summary>
    public ChatMessage? LastInGroup(string chatId) => Last(Conversation.OfGroup(chatId));

    /// <summary>The entry of this number, in whatever conversation it is, or null.</summary>
    public ChatMessage? Find(long id)
    {
        lock (_lock)
            return _conversations.Values.SelectMany(conversation => conversation).FirstOrDefault(message => message.Id == id);
    }

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        lock (_lock)
            _conversations.Clear();
    }

    private IReadOnlyList<ChatMessage> Read(Conversation key)
    {
        lock (_lock)
            return _conversations.TryGetValue(key, out var conversation) ? [.. conversation] : [];
    }

    private ChatMessage? Last(Conversation key)
    {
        lock (_lock)
            return _conversations.GetValueOrDefault(key)?[^1];
    }

    /// <summary>Of an app with a member, or of a group, whoever writes in it.</summary>
    private readonly record struct Conversation(string? ChatId, string App, string Member)
    {
        public static Conversation OfGroup(string chatId) => new(chatId, "", "");

        public static Conversation Of(ChatMessage message) =>
            message.ChatId is { } chatId ? OfGroup(chatId) : new(null, message.App, message.Member);
    }
}
