namespace Hongyan.OfficialAccount;

/// <summary>A kind of card is running out (库存报警, card_sku_remind).</summary>
public sealed record CardStockLowEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public CardStockLowEvent()
    {
    }

    internal CardStockLowEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        CardId = payload.Text("CardId"u8);
        Detail = payload.Text("Detail"u8);
    }

    /// <summary>The kind of card.</summary>
    public string CardId { get; init; } = "";

    /// <summary>How many are left, in the platform's words.</summary>
    public string Detail { get; init; } = "";
}
