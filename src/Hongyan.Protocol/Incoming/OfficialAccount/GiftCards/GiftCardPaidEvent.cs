namespace Hongyan.OfficialAccount;

/// <summary>Gift cards were paid for (礼品卡支付成功, giftcard_pay_done).</summary>
public sealed record GiftCardPaidEvent : GiftCardEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public GiftCardPaidEvent()
    {
    }

    internal GiftCardPaidEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
    }
}
