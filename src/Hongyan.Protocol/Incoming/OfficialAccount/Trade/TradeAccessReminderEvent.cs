namespace Hongyan.OfficialAccount;

/// <summary>A mini program has to be connected to the shipping service (提醒接入发货信息管理服务, trade_manage_remind_access_api).</summary>
public sealed record TradeAccessReminderEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public TradeAccessReminderEvent()
    {
    }

    internal TradeAccessReminderEvent(in Protocol.PayloadFields payload)
        : base(payload) => Message = payload.Text("msg"u8);

    /// <summary>The platform's text.</summary>
    public string Message { get; init; } = "";
}
