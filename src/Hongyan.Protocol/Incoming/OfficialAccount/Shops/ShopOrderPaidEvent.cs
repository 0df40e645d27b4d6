namespace Hongyan.OfficialAccount;

/// <summary>An order in the account's shop was paid (订单付款通知, merchant_order).</summary>
public sealed record ShopOrderPaidEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public ShopOrderPaidEvent()
    {
    }

    internal ShopOrderPaidEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        OrderId = payload.Text("OrderId"u8);
        OrderStatus = payload.SmallNumber("OrderStatus"u8);
        ProductId = payload.Text("ProductId"u8);
        SkuProperties = payload.Text("SkuInfo"u8);
    }

    /// <summary>The order.</summary>
    public string OrderId { get; init; } = "";

    /// <summary>Its state: 2 paid.</summary>
    public int? OrderStatus { get; init; }

    /// <summary>The product.</summary>
    public string ProductId { get; init; } = "";

    /// <summary>The variant, as <c>property:value;…</c>.</summary>
    public string SkuProperties { get; init; } = "";
}
