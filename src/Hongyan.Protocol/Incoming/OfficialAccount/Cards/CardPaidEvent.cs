namespace Hongyan.OfficialAccount;

/// <summary>A person paid the bill with a card (买单, user_pay_from_pay_cell).</summary>
public sealed record CardPaidEvent : CardEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public CardPaidEvent()
    {
    }

    internal CardPaidEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        TransactionId = payload.Text("TransId"u8);
        LocationId = payload.Text("LocationId"u8);
        LocationName = payload.Text("LocationName"u8);
        Fee = payload.SmallNumber("Fee"u8) ?? 0;
        OriginalFee = payload.SmallNumber("OriginalFee"u8) ?? 0;
    }

    /// <summary>The WeChat Pay transaction.</summary>
    public string TransactionId { get; init; } = "";

    /// <summary>The id of the store.</summary>
    public string LocationId { get; init; } = "";

    /// <summary>The store.</summary>
    public string LocationName { get; init; } = "";

    /// <summary>What was paid, in fen (分).</summary>
    public int Fee { get; init; }

    /// <summary>What it would have been, in fen (分).</summary>
    public int OriginalFee { get; init; }
}
