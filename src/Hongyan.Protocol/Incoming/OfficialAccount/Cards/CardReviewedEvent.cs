namespace Hongyan.OfficialAccount;

/// <summary>A kind of card was reviewed (卡券审核, card_pass_check or card_not_pass_check).</summary>
public sealed record CardReviewedEvent : IncomingEvent
{
    /// <summary>Makes one by hand, for a test.</summary>
    public CardReviewedEvent()
    {
    }

    internal CardReviewedEvent(in Protocol.PayloadFields payload)
        : base(payload)
    {
        Passed = payload.Text("Event"u8).Trim().Equals("card_pass_check", StringComparison.OrdinalIgnoreCase);
        CardId = payload.Text("CardId"u8);
        Reason = payload.Text("RefuseReason"u8);
    }

    /// <summary>Whether it may be given out.</summary>
    public bool Passed { get; init; }

    /// <summary>The kind of card.</summary>
    public string CardId { get; init; } = "";

    /// <summary>Why it was refused; empty where it was not.</summary>
    public string Reason { get; init; } = "";
}
