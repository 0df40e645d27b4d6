namespace Hongyan.OfficialAccount;

/// <summary>A person changed in the settings which subscribe messages to get (管理订阅通知, subscribe_msg_change_event).</summary>
public sealed record SubscriptionChangeEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public SubscriptionChangeEvent()
    {
    }

    internal SubscriptionChangeEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        var subscribeMsgChangeEvent = payload.Children("SubscribeMsgChangeEvent"u8);
        Choices = subscribeMsgChangeEvent.Items("List"u8, SubscriptionChoice.Read);
    }

    /// <summary>The new choice for each template.</summary>
    public IReadOnlyList<SubscriptionChoice> Choices { get; init; } = [];
}
