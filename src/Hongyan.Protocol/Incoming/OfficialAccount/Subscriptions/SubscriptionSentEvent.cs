namespace Hongyan.OfficialAccount;

/// <summary>A subscribe message was delivered, or not (发送订阅通知, subscribe_msg_sent_event).</summary>
public sealed record SubscriptionSentEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public SubscriptionSentEvent()
    {
    }

    internal SubscriptionSentEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        var subscribeMsgSentEvent = payload.Children("SubscribeMsgSentEvent"u8);
        Deliveries = subscribeMsgSentEvent.Items("List"u8, SubscriptionDelivery.Read);
    }

    /// <summary>The outcome for each template.</summary>
    public IReadOnlyList<SubscriptionDelivery> Deliveries { get; init; } = [];
}
