namespace Hongyan.OfficialAccount;

/// <summary>Coins were paid for (代币支付推送, xpay_coin_pay_notify).</summary>
public sealed record VirtualCoinsPaidEvent : VirtualPaymentEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public VirtualCoinsPaidEvent()
    {
    }

    internal VirtualCoinsPaidEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        var coinInfo = payload.Children("CoinInfo"u8);
        Quantity = coinInfo.SmallNumber("Quantity"u8) ?? 0;
        OriginalPrice = coinInfo.SmallNumber("OrigPrice"u8) ?? 0;
        ActualPrice = coinInfo.SmallNumber("ActualPrice"u8) ?? 0;
        Attachment = coinInfo.Text("Attach"u8);
    }

    /// <summary>How many.</summary>
    public int Quantity { get; init; }

    /// <summary>The price, in fen (分).</summary>
    public int OriginalPrice { get; init; }

    /// <summary>What was paid, in fen (分).</summary>
    public int ActualPrice { get; init; }

    /// <summary>What the order carries.</summary>
    public string Attachment { get; init; } = "";
}
