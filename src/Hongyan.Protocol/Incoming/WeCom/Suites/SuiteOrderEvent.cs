namespace Hongyan.WeCom;

/// <summary>A corp ordered a paid application, changed, paid or got back an order (应用付费订单事件).</summary>
public sealed record SuiteOrderEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public SuiteOrderEvent()
    {
    }

    internal SuiteOrderEvent(in Protocol.PayloadFields payload, SuiteOrderChange change)
        : base(payload)
    {
        Change = change;
        PaidCorpId = payload.Text("PaidCorpId"u8);
        OrderId = payload.Text("OrderId"u8) is { Length: > 0 } id ? id : payload.Text("NewOrderId"u8);
        PreviousOrderId = payload.Text("OldOrderId"u8);
        OperatorId = payload.Text("OperatorId"u8);
    }

    /// <summary>What happened.</summary>
    public SuiteOrderChange Change { get; init; }

    /// <summary>The corp that pays.</summary>
    public string PaidCorpId { get; init; } = "";

    /// <summary>The order; the new one where it was changed.</summary>
    public string OrderId { get; init; } = "";

    /// <summary>The order that was replaced; empty where none was.</summary>
    public string PreviousOrderId { get; init; } = "";

    /// <summary>Who did it; empty where the platform leaves it out.</summary>
    public string OperatorId { get; init; } = "";
}
