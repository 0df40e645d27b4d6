namespace Hongyan.Simulator.Chat;

/// <summary>How far each conversation has been read at the pages. Whoever looks at a conversation has read it for all windows, as in the client.</summary>
public sealed class ReadMarks(ConversationLog chats)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string App, string Member), long> _marks = [];

    /// <summary>Everything so far has been seen.</summary>
    public void MarkRead(string app, string member)
    {
        if (chats.Last(app, member) is not { } last)
            return;
        lock (_lock)
            _marks[(app, member)] = last.Id;
    }

    /// <summary>What came since, without what the member said and did.</summary>
    public int CountUnread(string app, string member)
    {
        long mark;
        lock (_lock)
            mark = _marks.GetValueOrDefault((app, member));
        return chats.Read(app, member).Count(message => message.Id > mark && message.Direction != ChatDirection.In);
    }
}
