namespace Hongyan.OfficialAccount;

/// <summary>Something happened to an order of gift cards (礼品卡).</summary>
public abstract record GiftCardEvent : IncomingEvent
{
    private protected GiftCardEvent()
    {
    }

    private protected GiftCardEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        PageId = payload.Text("PageId"u8);
        OrderId = payload.Text("OrderId"u8);
    }

    /// <summary>The page of gift cards.</summary>
    public string PageId { get; init; } = "";

    /// <summary>The order.</summary>
    public string OrderId { get; init; } = "";
}
