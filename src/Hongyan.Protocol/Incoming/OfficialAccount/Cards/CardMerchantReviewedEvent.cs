namespace Hongyan.OfficialAccount;

/// <summary>A sub-merchant (子商户) was reviewed (card_merchant_check_result).</summary>
public sealed record CardMerchantReviewedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public CardMerchantReviewedEvent()
    {
    }

    internal CardMerchantReviewedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        MerchantId = payload.Text("MerchantId"u8);
        Passed = payload.Flag("IsPass"u8) ?? false;
        Reason = payload.Text("Reason"u8);
    }

    /// <summary>The sub-merchant.</summary>
    public string MerchantId { get; init; } = "";

    /// <summary>Whether it was accepted.</summary>
    public bool Passed { get; init; }

    /// <summary>Why not; empty where it was.</summary>
    public string Reason { get; init; } = "";
}
