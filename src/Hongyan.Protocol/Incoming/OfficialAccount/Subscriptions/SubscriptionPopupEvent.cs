namespace Hongyan.OfficialAccount;

/// <summary>A person answered the question whether to get subscribe messages (订阅通知弹窗, subscribe_msg_popup_event).</summary>
public sealed record SubscriptionPopupEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public SubscriptionPopupEvent()
    {
    }

    internal SubscriptionPopupEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        var subscribeMsgPopupEvent = payload.Children("SubscribeMsgPopupEvent"u8);
        Choices = subscribeMsgPopupEvent.Items("List"u8, SubscriptionChoice.Read);
    }

    /// <summary>The answer for each template.</summary>
    public IReadOnlyList<SubscriptionChoice> Choices { get; init; } = [];
}
