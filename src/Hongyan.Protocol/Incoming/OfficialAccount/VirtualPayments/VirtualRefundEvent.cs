namespace Hongyan.OfficialAccount;

/// <summary>A refund of virtual payment succeeded or failed (退款推送, xpay_refund_notify).</summary>
public sealed record VirtualRefundEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public VirtualRefundEvent()
    {
    }

    internal VirtualRefundEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        OpenId = payload.Text("OpenId"u8);
        RefundId = payload.Text("WxRefundId"u8);
        MerchantRefundId = payload.Text("MchRefundId"u8);
        OrderId = payload.Text("WxOrderId"u8);
        MerchantOrderId = payload.Text("MchOrderId"u8);
        Fee = payload.SmallNumber("RefundFee"u8) ?? 0;
        ResultCode = payload.SmallNumber("RetCode"u8) ?? 0;
        ResultMessage = payload.Text("RetMsg"u8);
        StartedAt = payload.Time("RefundStartTimestamp"u8);
        SucceededAt = payload.Time("RefundSuccTimestamp"u8);
        TransactionId = payload.Text("WxpayRefundTransactionId"u8);
        RetryTimes = payload.SmallNumber("RetryTimes"u8);
    }

    /// <summary>Who paid.</summary>
    public string OpenId { get; init; } = "";

    /// <summary>The platform's refund.</summary>
    public string RefundId { get; init; } = "";

    /// <summary>The merchant's refund.</summary>
    public string MerchantRefundId { get; init; } = "";

    /// <summary>The platform's order.</summary>
    public string OrderId { get; init; } = "";

    /// <summary>The merchant's order.</summary>
    public string MerchantOrderId { get; init; } = "";

    /// <summary>How much, in fen (分).</summary>
    public int Fee { get; init; }

    /// <summary>0 on success.</summary>
    public int ResultCode { get; init; }

    /// <summary>Why it failed.</summary>
    public string ResultMessage { get; init; } = "";

    /// <summary>When it began.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it was done.</summary>
    public DateTimeOffset? SucceededAt { get; init; }

    /// <summary>The WeChat Pay refund.</summary>
    public string TransactionId { get; init; } = "";

    /// <summary>How often this has been pushed again.</summary>
    public int? RetryTimes { get; init; }
}
