namespace Hongyan.WeCom;

/// <summary>
/// A refund for an order of interface licences (接口许可) was decided. <see cref="Incoming.ToUser"/> is the provider,
/// <see cref="Incoming.FromUser"/> the corp.
/// </summary>
public sealed record LicenseRefundedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public LicenseRefundedEvent()
    {
    }

    internal LicenseRefundedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        OrderId = payload.Text("OrderId"u8);
        OrderStatus = payload.SmallNumber("OrderStatus"u8) ?? 0;
    }

    /// <summary>The order.</summary>
    public string OrderId { get; init; } = "";

    /// <summary>The state of the order, as the platform numbers it.</summary>
    public int OrderStatus { get; init; }
}
