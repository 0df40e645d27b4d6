namespace Hongyan.WeCom;

/// <summary>
/// An order of interface licences (接口许可) was paid. <see cref="Incoming.ToUser"/> is the provider, <see cref="Incoming.FromUser"/> the corp.
/// </summary>
public sealed record LicensePaidEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public LicensePaidEvent()
    {
    }

    internal LicensePaidEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        OrderId = payload.Text("OrderId"u8);
        BuyerUserId = payload.Text("BuyerUserId"u8);
    }

    /// <summary>The order.</summary>
    public string OrderId { get; init; } = "";

    /// <summary>Who paid, a member of the provider.</summary>
    public string BuyerUserId { get; init; } = "";
}
