namespace Hongyan.WeCom;

/// <summary>A group of customers was dissolved (客户群解散事件).</summary>
public sealed record GroupChatDismissedEvent : GroupChatEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public GroupChatDismissedEvent()
    {
    }

    internal GroupChatDismissedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
    }
}
