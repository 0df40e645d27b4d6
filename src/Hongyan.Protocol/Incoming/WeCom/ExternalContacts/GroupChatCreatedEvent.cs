namespace Hongyan.WeCom;

/// <summary>A group of customers was made (客户群创建事件).</summary>
public sealed record GroupChatCreatedEvent : GroupChatEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public GroupChatCreatedEvent()
    {
    }

    internal GroupChatCreatedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
    }
}
