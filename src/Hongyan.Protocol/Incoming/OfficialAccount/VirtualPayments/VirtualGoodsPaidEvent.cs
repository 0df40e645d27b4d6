namespace Hongyan.OfficialAccount;

/// <summary>Goods were paid for and are to be delivered (道具发货推送, xpay_goods_deliver_notify).</summary>
public sealed record VirtualGoodsPaidEvent : VirtualPaymentEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public VirtualGoodsPaidEvent()
    {
    }

    internal VirtualGoodsPaidEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        var goodsInfo = payload.Children("GoodsInfo"u8);
        ProductId = goodsInfo.Text("ProductId"u8);
        Quantity = goodsInfo.SmallNumber("Quantity"u8) ?? 0;
        OriginalPrice = goodsInfo.SmallNumber("OrigPrice"u8) ?? 0;
        ActualPrice = goodsInfo.SmallNumber("ActualPrice"u8) ?? 0;
        Attachment = goodsInfo.Text("Attach"u8);
    }

    /// <summary>The goods.</summary>
    public string ProductId { get; init; } = "";

    /// <summary>How many.</summary>
    public int Quantity { get; init; }

    /// <summary>The price, in fen (分).</summary>
    public int OriginalPrice { get; init; }

    /// <summary>What was paid, in fen (分).</summary>
    public int ActualPrice { get; init; }

    /// <summary>What the order carries.</summary>
    public string Attachment { get; init; } = "";
}
