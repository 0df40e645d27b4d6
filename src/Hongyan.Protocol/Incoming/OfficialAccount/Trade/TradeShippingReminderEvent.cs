namespace Hongyan.OfficialAccount;

/// <summary>An order has to be shipped (提醒需要上传发货信息, trade_manage_remind_shipping).</summary>
public sealed record TradeShippingReminderEvent : TradeOrderEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public TradeShippingReminderEvent()
    {
    }

    internal TradeShippingReminderEvent(in Protocol.PayloadFields payload)
        : base(payload) => Message = payload.Text("msg"u8);

    /// <summary>The platform's text.</summary>
    public string Message { get; init; } = "";
}
