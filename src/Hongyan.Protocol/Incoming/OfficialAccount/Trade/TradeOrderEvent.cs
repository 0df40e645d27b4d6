namespace Hongyan.OfficialAccount;

/// <summary>Something is to be known of an order of a mini program (发货信息管理服务).</summary>
public abstract record TradeOrderEvent : IncomingEvent
{
    private protected TradeOrderEvent()
    {
    }

    private protected TradeOrderEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        TransactionId = payload.Text("transaction_id"u8);
        MerchantId = payload.Text("merchant_id"u8);
        SubMerchantId = payload.Text("sub_merchant_id"u8);
        MerchantTradeNumber = payload.Text("merchant_trade_no"u8);
        PaidAt = payload.Time("pay_time"u8);
    }

    /// <summary>The WeChat Pay transaction.</summary>
    public string TransactionId { get; init; } = "";

    /// <summary>The merchant.</summary>
    public string MerchantId { get; init; } = "";

    /// <summary>The sub-merchant; may be empty.</summary>
    public string SubMerchantId { get; init; } = "";

    /// <summary>The merchant's own number.</summary>
    public string MerchantTradeNumber { get; init; } = "";

    /// <summary>When it was paid.</summary>
    public DateTimeOffset? PaidAt { get; init; }
}
