namespace Hongyan.OfficialAccount;

/// <summary>The coins (券点) that pay for cards changed (券点流水, card_pay_order).</summary>
public sealed record CardCoinOrderEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public CardCoinOrderEvent()
    {
    }

    internal CardCoinOrderEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        OrderId = payload.Text("OrderId"u8);
        Status = payload.Text("Status"u8);
        OrderedAt = payload.Time("CreateOrderTime"u8);
        PaidAt = payload.Time("PayFinishTime"u8);
        Description = payload.Text("Desc"u8);
        FreeCoins = payload.Text("FreeCoinCount"u8);
        PaidCoins = payload.Text("PayCoinCount"u8);
        RefundedFreeCoins = payload.Text("RefundFreeCoinCount"u8);
        RefundedPaidCoins = payload.Text("RefundPayCoinCount"u8);
        OrderType = payload.Text("OrderType"u8);
        Memo = payload.Text("Memo"u8);
        Receipt = payload.Text("ReceiptInfo"u8);
    }

    /// <summary>The order.</summary>
    public string OrderId { get; init; } = "";

    /// <summary>
    /// <c>ORDER_STATUS_WAITING</c>, <c>ORDER_STATUS_SUCC</c>, <c>ORDER_STATUS_FINANCE_SUCC</c>, <c>ORDER_STATUS_QUANTITY_SUCC</c>,
    /// <c>ORDER_STATUS_HAS_REFUND</c> …
    /// </summary>
    public string Status { get; init; } = "";

    /// <summary>When it was ordered.</summary>
    public DateTimeOffset? OrderedAt { get; init; }

    /// <summary>When it was paid.</summary>
    public DateTimeOffset? PaidAt { get; init; }

    /// <summary>The description.</summary>
    public string Description { get; init; } = "";

    /// <summary>Free coins of the order.</summary>
    public string FreeCoins { get; init; } = "";

    /// <summary>Paid coins of the order.</summary>
    public string PaidCoins { get; init; } = "";

    /// <summary>Free coins that came back.</summary>
    public string RefundedFreeCoins { get; init; } = "";

    /// <summary>Paid coins that came back.</summary>
    public string RefundedPaidCoins { get; init; } = "";

    /// <summary><c>ORDER_TYPE_SYS_ADD</c>, <c>ORDER_TYPE_WXPAY</c>, <c>ORDER_TYPE_REFUND</c>, <c>ORDER_TYPE_REDUCE</c> …</summary>
    public string OrderType { get; init; } = "";

    /// <summary>The note; may be empty.</summary>
    public string Memo { get; init; } = "";

    /// <summary>The receipt; may be empty.</summary>
    public string Receipt { get; init; } = "";
}
