namespace Hongyan.Simulator.Chat;

/// <summary>How far each conversation has been read at the pages. Whoever looks at a conversation has read it for all windows, as in the client.</summary>
public sealed class ReadMarks(ConversationLog chats)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Place, string Member), long> _marks = [];

    /// <summary>Everything so far in the conversation with an app has been seen.</summary>
    public void MarkRead(string app, string member) => Mark(app, member, chats.Last(app, member));

    /// <summary>Everything so far in a group has been seen by a member.</summary>
    public void MarkGroupRead(string chatId, string member) => Mark(PlaceOf(chatId), member, chats.LastInGroup(chatId));

    /// <summary>What came since, without what the member said and did.</summary>
    public int CountUnread(string app, string member) => Count(app, member, chats.Read(app, member));

    /// <summary>What came into a group since a member looked at it.</summary>
    public int CountUnreadInGroup(string chatId, string member) => Count(PlaceOf(chatId), member, chats.ReadGroup(chatId));

    /// <summary>Nothing has been seen.</summary>
    public void Clear()
    {
        lock (_lock)
            _marks.Clear();
    }

    // No app has such a name, so that a group is never mistaken for one.
    private static string PlaceOf(string chatId) => "group/" + chatId;

    private void Mark(string place, string member, ChatMessage? last)
    {
        if (last is null)
            return;
        lock (_lock)
            _marks[(place, member)] = last.Id;
    }

    private int Count(string place, string member, IReadOnlyList<ChatMessage> conversation)
    {
        long mark;
        lock (_lock)
            mark = _marks.GetValueOrDefault((place, member));
        return conversation.Count(message => message.Id > mark && (message.Direction != ChatDirection.In || message.Member != member));
    }
}
