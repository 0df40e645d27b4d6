namespace Hongyan.OfficialAccount;

/// <summary>Something was paid for with virtual payment (小程序虚拟支付).</summary>
public abstract record VirtualPaymentEvent : IncomingEvent
{
    private protected VirtualPaymentEvent()
    {
    }

    private protected VirtualPaymentEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        var weChatPayInfo = payload.Children("WeChatPayInfo"u8);
        OpenId = payload.Text("OpenId"u8);
        OutTradeNumber = payload.Text("OutTradeNo"u8);
        Environment = payload.SmallNumber("Env"u8);
        MerchantOrderNumber = weChatPayInfo.Text("MchOrderNo"u8);
        TransactionId = weChatPayInfo.Text("TransactionId"u8);
        PaidAt = weChatPayInfo.Time("PaidTime"u8);
    }

    /// <summary>Who paid.</summary>
    public string OpenId { get; init; } = "";

    /// <summary>The order's own number.</summary>
    public string OutTradeNumber { get; init; } = "";

    /// <summary>0 production, 1 sandbox.</summary>
    public int? Environment { get; init; }

    /// <summary>The number with WeChat Pay; empty for other channels.</summary>
    public string MerchantOrderNumber { get; init; } = "";

    /// <summary>The WeChat Pay transaction.</summary>
    public string TransactionId { get; init; } = "";

    /// <summary>When it was paid.</summary>
    public DateTimeOffset? PaidAt { get; init; }
}
