namespace Hongyan.OfficialAccount;

/// <summary>An order will be settled, or was (订单将要结算或已经结算, trade_manage_order_settlement).</summary>
public sealed record TradeSettlementEvent : TradeOrderEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public TradeSettlementEvent()
    {
    }

    internal TradeSettlementEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        ShippedAt = payload.Time("shipped_time"u8);
        SettlementExpectedAt = payload.Time("estimated_settlement_time"u8);
        ConfirmMethod = payload.SmallNumber("confirm_receive_method"u8);
        ConfirmedAt = payload.Time("confirm_receive_time"u8);
        SettledAt = payload.Time("settlement_time"u8);
    }

    /// <summary>When it was shipped.</summary>
    public DateTimeOffset? ShippedAt { get; init; }

    /// <summary>When it will be settled.</summary>
    public DateTimeOffset? SettlementExpectedAt { get; init; }

    /// <summary>Who confirmed the receipt: 1 nobody, by time, 2 the person.</summary>
    public int? ConfirmMethod { get; init; }

    /// <summary>When the receipt was confirmed.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>When it was settled.</summary>
    public DateTimeOffset? SettledAt { get; init; }
}
